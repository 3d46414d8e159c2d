// Measures a page as a reader sees it now: what is cut or runs over its edge, and the labels of its figures. Runs
// inside the page, in every view; the answer is a list of {what, where}.
//
// A label's box is its ink, not its line: along the line what getBBox gives, across it the ascent and descent of
// these very letters. Boxes follow the label's own direction, so rotated labels are compared as they stand; a halo
// is no part of them.
(limits) => {
  "use strict";

  const problems = [];
  const report = (what, where) => problems.push({ what, where });
  const shorten = (text) => {
    const plain = text.replace(/\s+/g, " ").trim();
    return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
  };
  const rounded = (number) => Math.round(number * 10) / 10;
  const pen = new OffscreenCanvas(1, 1).getContext("2d");

  // Elements of the page

  /** How a person finds an element: `td "13.4"`, `svg "Forest plot"`. */
  const nameOf = (element) => {
    const classes = element.getAttribute("class");
    const tag = element.tagName.toLowerCase() + (classes ? `.${classes.trim().split(/\s+/).join(".")}` : "");
    const title = element.tagName === "svg" ? element.querySelector("title")?.textContent : element.textContent;
    return `${tag} “${shorten(title ?? "")}”`;
  };

  const isShown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility === "visible";
  };

  /** Whether an element is shrunk to a point and cut off, so that only screen readers get it. */
  const isForScreenReaders = (element) =>
    element.clientWidth <= 1 && element.clientHeight <= 1 && getComputedStyle(element).overflowX === "hidden";

  /** How far an element stands out of the page, in pixels. */
  const beyondPage = (element) => {
    const box = element.getBoundingClientRect();
    return Math.max(box.right - document.documentElement.clientWidth, -box.left);
  };

  /** What is wrong with what does not fit into an element, if anything. */
  const contentProblem = (element) => {
    const excess = element.scrollWidth - element.clientWidth;
    if (!element.clientWidth || excess <= limits.tolerance) return null;
    switch (getComputedStyle(element).overflowX) {
      case "auto": case "scroll": return ["sideways", `scrolls sideways by ${excess} px`];
      case "hidden": case "clip": return ["cut", `hides ${excess} px of its content`];
      default: return ["cut", `its content runs ${excess} px over its edge`];
    }
  };

  /** The outermost elements that stand out of the page, and the innermost ones whose content does not fit. */
  const checkEdges = () => {
    const root = document.documentElement;
    const excess = root.scrollWidth - root.clientWidth;
    if (excess > 0) report("sideways", `the page scrolls sideways by ${excess} px`);
    const unseen = new Set();
    const outside = new Map();
    const overfull = new Map();
    for (const element of document.querySelectorAll("main, main *")) {
      if (unseen.has(element.parentElement) || isForScreenReaders(element)) unseen.add(element);
      if (unseen.has(element) || element.ownerSVGElement || !isShown(element)) continue;
      if (beyondPage(element) > limits.tolerance) outside.set(element, beyondPage(element));
      const problem = contentProblem(element);
      if (problem) overfull.set(element, problem);
    }
    for (const [element, distance] of outside) {
      if (outside.has(element.parentElement)) continue;
      report("cut", `${nameOf(element)}: ${rounded(distance)} px of it lie outside the page`);
    }
    const marked = [...outside.keys(), ...overfull.keys()];
    for (const [element, [what, where]] of overfull) {
      if (marked.some((other) => other !== element && element.contains(other))) continue;
      report(what, `${nameOf(element)}: ${where}`);
    }
  };

  // The labels of a figure

  /** The corners of a rectangle of an element's own coordinates, on the screen, in order round it. */
  const cornersOnScreen = (element, left, top, right, bottom) => {
    const matrix = element.getScreenCTM();
    return [[left, top], [right, top], [right, bottom], [left, bottom]].map(([x, y]) =>
      ({ x: matrix.a * x + matrix.c * y + matrix.e, y: matrix.b * x + matrix.d * y + matrix.f }));
  };

  /** The ink of a run of text in one style, or null where it has none. */
  const runBox = (element) => {
    const text = element.textContent.replace(/\s+/g, " ").trim();
    const box = element.getBBox();
    if (!text || !box.width || !element.getNumberOfChars()) return null;
    const style = getComputedStyle(element);
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const ink = pen.measureText(text);
    const baseline = element.getStartPositionOfChar(0).y;
    const corners = cornersOnScreen(element, box.x, baseline - ink.actualBoundingBoxAscent,
      box.x + box.width, baseline + ink.actualBoundingBoxDescent);
    const matrix = element.getScreenCTM();
    const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    return { element, text, corners, size: parseFloat(style.fontSize) * scale };
  };

  /** The labels of a figure, each with the boxes of its runs (a label may change its style half-way). */
  const labelsOf = (svg) => {
    const labels = [];
    for (const text of svg.querySelectorAll("text")) {
      if (getComputedStyle(text).visibility !== "visible") continue;
      const spans = [...text.querySelectorAll("tspan")].filter((span) => !span.childElementCount);
      const runs = (spans.length ? spans : [text]).map(runBox).filter(Boolean);
      if (runs.length) labels.push({ text: shorten(text.textContent), runs });
    }
    return labels;
  };

  /** By how many pixels two boxes overlap, by the separating axes of both; 0 or less when they do not. */
  const depth = (one, other) => {
    let least = Infinity;
    for (const corners of [one, other]) {
      for (const side of [0, 1]) {
        const along = { x: corners[side + 1].x - corners[side].x, y: corners[side + 1].y - corners[side].y };
        const length = Math.hypot(along.x, along.y);
        if (!length) return 0;
        const reach = (points) => {
          const places = points.map((point) => (point.x * -along.y + point.y * along.x) / length);
          return [Math.min(...places), Math.max(...places)];
        };
        const [low, high] = reach(one);
        const [otherLow, otherHigh] = reach(other);
        least = Math.min(least, Math.min(high, otherHigh) - Math.max(low, otherLow));
        if (least <= 0) return least;
      }
    }
    return least;
  };

  /** Compares neighbours only: labels in the order of their upper ends, each with those that begin above its foot. */
  const checkOverlaps = (figure, labels) => {
    const boxes = labels.flatMap((label) => label.runs.map((run) => {
      const heights = run.corners.map((corner) => corner.y);
      return { label, corners: run.corners, top: Math.min(...heights), bottom: Math.max(...heights) };
    }));
    boxes.sort((one, other) => one.top - other.top);
    boxes.forEach((box, index) => {
      for (let next = index + 1; next < boxes.length && boxes[next].top < box.bottom; next += 1) {
        const other = boxes[next];
        const overlap = other.label === box.label ? 0 : depth(box.corners, other.corners);
        if (overlap > limits.tolerance) {
          report("labels-overlap",
            `${figure}: “${box.label.text}” and “${other.label.text}” by ${rounded(overlap)} px`);
        }
      }
    });
  };

  const checkLabelEdges = (figure, svg, labels) => {
    const box = svg.getBoundingClientRect();
    const right = Math.min(box.right, document.documentElement.clientWidth);
    for (const label of labels) {
      const points = label.runs.flatMap((run) => run.corners);
      const over = Math.max(...points.map((point) =>
        Math.max(box.left - point.x, -point.x, point.x - right, box.top - point.y, point.y - box.bottom)));
      if (over > limits.tolerance) report("label-cut", `${figure}: “${label.text}” by ${rounded(over)} px`);
    }
  };

  const checkLabelSizes = (figure, labels) => {
    for (const run of labels.flatMap((label) => label.runs)) {
      if (run.size < limits.labelSize - 0.01) {
        report("label-small", `${figure}: “${shorten(run.text)}” is ${rounded(run.size)} px high`);
      }
    }
  };

  // The contrast of labels: axe-core knows only the colours of HTML

  const colour = (text) => {
    const parts = (text.match(/[\d.]+/g) ?? []).map(Number);
    return { channels: parts.slice(0, 3), opacity: text === "none" ? 0 : parts[3] ?? 1 };
  };
  const luminance = (channels) => {
    const [red, green, blue] = channels.map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((low, high) => low - high);
    return (lighter + 0.05) / (darker + 0.05);
  };

  const pageColour = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const background = colour(getComputedStyle(at).backgroundColor);
      if (background.opacity === 1) return background.channels;
    }
    const probe = document.createElementNS("http://www.w3.org/1999/xhtml", "span");
    document.documentElement.append(probe);
    probe.style.color = "Canvas";
    const canvas = colour(getComputedStyle(probe).color).channels;
    probe.remove();
    return canvas;
  };

  /** What lies under a run: its halo, else the last shape painted before it under its middle, else the page. */
  const ground = (svg, run, shapes) => {
    const style = getComputedStyle(run.element);
    if (style.stroke !== "none" && parseFloat(style.strokeWidth) >= 2) return colour(style.stroke).channels;
    const x = (run.corners[0].x + run.corners[2].x) / 2;
    const y = (run.corners[0].y + run.corners[2].y) / 2;
    const beneath = (shapes.get(slice(y)) ?? []).findLast(({ shape, box }) => {
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
      if (!(shape.compareDocumentPosition(run.element) & Node.DOCUMENT_POSITION_FOLLOWING)) return false;
      const place = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
      return shape.isPointInFill(place);
    });
    return beneath ? beneath.fill.channels : pageColour(svg);
  };

  /** Shapes by the slices of the screen that they reach into, so that a label asks only those near it. */
  const slice = (y) => Math.floor(y / 32);
  const filledShapes = (svg) => {
    const slices = new Map();
    for (const shape of svg.querySelectorAll("rect, circle, ellipse, path, polygon")) {
      const fill = colour(getComputedStyle(shape).fill);
      if (fill.opacity !== 1) continue;
      const box = shape.getBoundingClientRect();
      for (let index = slice(box.top); index <= slice(box.bottom); index += 1) {
        if (!slices.has(index)) slices.set(index, []);
        slices.get(index).push({ shape, box, fill });
      }
    }
    return slices;
  };

  const checkLabelContrast = (figure, svg, labels) => {
    const shapes = filledShapes(svg);
    for (const run of labels.flatMap((label) => label.runs)) {
      const ratio = contrast(colour(getComputedStyle(run.element).fill).channels, ground(svg, run, shapes));
      if (ratio < limits.contrast) {
        report("label-contrast", `${figure}: “${shorten(run.text)}” has ${rounded(ratio)} : 1`);
      }
    }
  };

  if (!limits.contrastOnly) checkEdges();
  for (const svg of document.querySelectorAll("svg")) {
    if (svg.ownerSVGElement || !isShown(svg)) continue;
    const figure = svg === document.documentElement ? "figure" : nameOf(svg);
    const labels = labelsOf(svg);
    if (!limits.contrastOnly) {
      checkOverlaps(figure, labels);
      checkLabelEdges(figure, svg, labels);
      checkLabelSizes(figure, labels);
    }
    checkLabelContrast(figure, svg, labels);
  }
  return problems;
}
