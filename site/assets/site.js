// Long tables start folded; without this script every row is shown.
"use strict";

for (const box of document.querySelectorAll(".table[data-fold]")) {
  const limit = Number(box.dataset.fold);
  const rows = [...box.querySelectorAll("tbody tr")];
  const late = rows.slice(limit).filter((row) => !row.classList.contains("marked"));
  if (late.length < 3) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "more";
  const fold = (folded) => {
    for (const row of late) row.classList.toggle("folded", folded);
    button.setAttribute("aria-expanded", String(!folded));
    button.textContent = folded ? `Show all ${rows.length} rows` : "Show fewer rows";
  };
  button.addEventListener("click", () => fold(button.getAttribute("aria-expanded") === "true"));
  fold(true);
  box.append(button);
}
