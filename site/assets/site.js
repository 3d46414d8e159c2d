// Folds long tables, and sorts and filters the table of all pairs. Without this script every row is shown.
"use strict";

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

// Folding

const foldTable = (box) => {
  const limit = Number(box.dataset.fold);
  const rows = [...box.querySelectorAll("tbody tr")];
  const late = rows.slice(limit).filter((row) => !row.classList.contains("marked"));
  if (late.length < 3) return;
  const button = make("button", { type: "button", className: "more" });
  const fold = (folded) => {
    for (const row of late) row.classList.toggle("folded", folded);
    button.setAttribute("aria-expanded", String(!folded));
    button.textContent = folded ? `Show all ${rows.length} rows` : "Show fewer rows";
  };
  button.addEventListener("click", () => fold(button.getAttribute("aria-expanded") === "true"));
  fold(true);
  box.append(button);
};

// Paper shows what is folded away.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});

// Reading cells

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

// The number a cell shows: "1,024", "−0.5", ">0.99", "4 × 10⁻¹⁴"; none sorts last.
const number = (text) => {
  const plain = text
    .replace(/ × 10(⁻?)([⁰¹²³⁴-⁹]+)/, (_, sign, digits) =>
      `e${sign ? "-" : ""}${[...digits].map((digit) => superscripts.indexOf(digit)).join("")}`)
    .replace(/[,<>]/g, "")
    .replace("−", "-");
  const value = Number.parseFloat(plain);
  return Number.isNaN(value) ? Infinity : value;
};

// The table of all pairs: its columns are known by the codes in data-column, and by no words.

const pageLength = 25;
const sortable = {
  trait: "text", group: "text", direction: "text", variants: "number", p: "number", adjusted: "number",
};
const filters = [
  { column: "direction", any: "both" },
  { column: "group", any: "all groups" },
  { column: "p", suffix: "below", any: "any", limits: ["0.05", "0.01", "0.001"] },
  { column: "evidence", any: "any" },
  { column: "verdict", any: "any" },
];

// Greek letters as they are written in Latin ones, spelt out or by the first letter.
const greek = {
  α: "a", β: "b", γ: "g", δ: "d", ε: "e", ζ: "z", η: "e", θ: "t", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n", ξ: "x",
  ο: "o", π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "u", φ: "f", χ: "c", ψ: "p", ω: "o",
};
const spelt = /alpha|beta|gamma|delta|epsilon|kappa|lambda|sigma|omega/g;

// "TNF-α", "tnf-a", "TNF alpha" and "TNFa" are one name to who searches.
const searchable = (text) =>
  [...text.toLowerCase().normalize("NFKD")].map((letter) => greek[letter] ?? letter).join("")
    .replace(spelt, (name) => name[0]).replace(/[^\p{L}\p{N}]+/gu, "");

const readState = () => Object.fromEntries(new URLSearchParams(location.search));

// A browser may forbid to change the address of a file; the table works without.
const keepState = (state) => {
  const chosen = Object.entries(state).filter(([key, value]) => value && !(key === "sort" && value === "p"));
  const query = new URLSearchParams(chosen).toString();
  try {
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  } catch {
    // Nothing to do.
  }
};

const filterTable = (box) => {
  const table = box.querySelector("table");
  const body = table.tBodies[0];
  const headCells = [...table.tHead.rows[0].cells];
  const columns = headCells.map((cell) => cell.dataset.column ?? "");
  const names = Object.fromEntries(headCells.map((cell) => [cell.dataset.column, cell.textContent.trim()]));
  const rows = [...body.rows].map((row, index) => {
    const texts = [...row.cells].map((cell) => cell.textContent.trim());
    return { row, index, texts, search: searchable(texts[0]) };
  });
  const state = { sort: "p", ...readState() };
  let limit = pageLength;

  const passes = (row) => {
    if (state.find && !row.search.includes(searchable(state.find))) return false;
    return filters.every(({ column, limits }) => {
      const place = columns.indexOf(column);
      const wanted = state[column];
      if (!wanted || place < 0) return true;
      return limits ? number(row.texts[place]) < Number(wanted) : row.texts[place] === wanted;
    });
  };

  const compare = (first, second) => {
    const place = columns.indexOf(state.sort);
    if (place < 0) return first.index - second.index;
    const sign = state.order === "down" ? -1 : 1;
    const [a, b] = [first.texts[place], second.texts[place]];
    const [x, y] = [number(a), number(b)];
    if (sortable[state.sort] === "text") return sign * a.localeCompare(b, "en") || first.index - second.index;
    if (x === y) return first.index - second.index;
    return x === Infinity ? 1 : y === Infinity ? -1 : sign * (x - y);
  };

  const count = make("output", { className: "count" });
  // On paper the controls are gone, and what they left out must not go unsaid.
  const chosen = make("p", { className: "only-print" });
  const place = make("span", { className: "place" });
  const more = make("button", { type: "button", className: "more" });
  const all = make("button", { type: "button", className: "more", textContent: "Show all" });
  const paging = make("p", { className: "paging" }, place, more, all);
  const none = make("tr", { className: "no-match" });
  none.append(make("td", { colSpan: columns.length, textContent: "No pair matches." }));
  const label = ({ column, suffix }) => [names[column], suffix].filter(Boolean).join(" ");

  const show = () => {
    const found = rows.filter(passes).sort(compare);
    const shown = Math.min(limit, found.length);
    body.replaceChildren(...(shown > 0 ? found.slice(0, limit).map(({ row }) => row) : [none]));
    count.textContent = found.length < rows.length
      ? `${found.length} of ${rows.length} match` : `${rows.length} rows`;
    const choices = [[names.trait, state.find], ...filters.map((filter) => [label(filter), state[filter.column]])]
      .filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`);
    chosen.textContent = choices.length > 0 ? `${found.length} of ${rows.length} rows, chosen by ${choices.join(", ")}.` : "";
    place.textContent = `Rows 1–${shown} of ${found.length}`;
    more.textContent = `Next ${Math.min(pageLength, found.length - shown)}`;
    paging.hidden = shown >= found.length;
    for (const cell of headCells) {
      if (!(cell.dataset.column in sortable)) continue;
      const isSorted = cell.dataset.column === state.sort;
      cell.setAttribute("aria-sort", !isSorted ? "none" : state.order === "down" ? "descending" : "ascending");
    }
    sort.value = `${state.sort}${state.order === "down" ? " down" : ""}`;
    if (sort.selectedIndex < 0) sort.selectedIndex = 0;
    keepState(state);
  };

  const change = (key, value) => {
    state[key] = value;
    limit = pageLength;
    show();
  };

  const sortBy = (column) => {
    state.order = state.sort === column && state.order !== "down" ? "down" : "";
    change("sort", column);
  };

  const buttons = headCells.filter((cell) => cell.dataset.column in sortable).map((cell) => {
    const button = make("button", { type: "button", className: "sort" }, ...cell.childNodes);
    button.addEventListener("click", () => sortBy(cell.dataset.column));
    cell.replaceChildren(button);
    return { cell, button };
  });

  const field = (text, control) => make("label", {}, make("span", { textContent: text }), control);

  const select = (options, value, onChange) => {
    const control = make("select");
    for (const [key, text] of options) control.append(make("option", { value: key, textContent: text }));
    control.value = value ?? "";
    if (control.selectedIndex < 0) control.selectedIndex = 0;
    control.addEventListener("change", () => onChange(control.value));
    return control;
  };

  const bar = make("form", { className: "filter" });
  bar.addEventListener("submit", (event) => event.preventDefault());
  const find = make("input", { type: "search", value: state.find ?? "", placeholder: "part of a name" });
  find.addEventListener("input", () => change("find", find.value.trim()));
  bar.append(field(names.trait, find));
  for (const filter of filters) {
    const { column, any, limits } = filter;
    const values = limits ?? [...new Set(rows.map(({ texts }) => texts[columns.indexOf(column)]))].filter(Boolean);
    if (!columns.includes(column) || (!limits && values.length < 2)) continue;
    const options = [["", any], ...values.map((value) => [value, value])];
    bar.append(field(label(filter), select(options, state[column], (value) => change(column, value))));
  }
  const orders = { text: ["A to Z", "Z to A"], number: ["rising", "falling"] };
  const sorts = columns.filter((column) => column in sortable).flatMap((column) => {
    const [up, down] = orders[sortable[column]];
    return [[column, `${names[column]}, ${up}`], [`${column} down`, `${names[column]}, ${down}`]];
  });
  const sort = select([["listed", "as listed"], ...sorts], "", (choice) => {
    const [column, order] = choice.split(" ");
    state.order = order ?? "";
    change("sort", column);
  });
  const sortField = field("Sort by", sort);
  sortField.className = "only-narrow";
  bar.append(sortField, count);

  // What was pressed may vanish; the first of the rows that it brought takes the focus then.
  const extend = (length) => {
    const first = body.rows.length;
    limit = length;
    show();
    if (paging.hidden) body.rows[first]?.querySelector("a")?.focus();
  };
  more.addEventListener("click", () => extend(limit + pageLength));
  all.addEventListener("click", () => extend(Infinity));

  // On paper every row is shown, and heads are plain text: Chromium leaves buttons out where it repeats a head.
  let screenLimit = null;
  addEventListener("beforeprint", () => {
    screenLimit ??= limit;
    limit = Infinity;
    for (const { cell, button } of buttons) cell.replaceChildren(...button.childNodes);
    show();
  });
  addEventListener("afterprint", () => {
    if (screenLimit === null) return;
    limit = screenLimit;
    screenLimit = null;
    for (const { cell, button } of buttons) {
      button.append(...cell.childNodes);
      cell.append(button);
    }
    show();
  });
  box.before(bar, chosen);
  box.append(paging);
  show();
};

for (const box of document.querySelectorAll(".table[data-filter]")) filterTable(box);
for (const box of document.querySelectorAll(".table[data-fold]:not([data-filter])")) foldTable(box);
