"use strict";
(() => {
  const all = (root, what) => Array.from(root.querySelectorAll(what));
  const scenarios = all(document, "details.scenario");

  // Buttons that only work with a script are shown by it.
  all(document, ".fold").forEach((bar) => {
    bar.hidden = false;
    all(bar, "button").forEach((button) =>
      button.addEventListener("click", () => {
        scenarios.forEach((s) => (s.open = button.dataset.fold === "open"));
      }));
  });

  // A link opens the scenario it leads to; print shows all of them.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches("details")) target.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = scenarios.filter((s) => !s.open);
    closed.forEach((s) => (s.open = true));
  });
  addEventListener("afterprint", () => closed.forEach((s) => (s.open = false)));

  // Values are read back from the lines: "linear low high from to" is how an axis was drawn.
  const scale = (text) => {
    const [kind, ...ends] = text.split(" ");
    const [low, high, from, to] = ends.map(Number);
    return (place) => {
      const part = (place - from) / (to - from);
      return kind === "log" ? low * Math.pow(high / low, part) : low + part * (high - low);
    };
  };
  const short = (value) => String(Number(value.toPrecision(3)));
  const where = (kind, x) =>
    kind === "quantile" ? "p" + short(100 - 100 * Math.pow(10, -x)) : x.toFixed(1) + " s";
  const nearest = (points, x) =>
    points.reduce((best, p) => (Math.abs(p[0] - x) < Math.abs(best[0] - x) ? p : best));

  let readable = 0;
  all(document, "svg[data-x]").forEach((plot) => {
    const line = plot.closest("figure").nextElementSibling;
    const [from, to] = plot.dataset.xScale.split(" ").slice(3).map(Number);
    const toX = scale(plot.dataset.xScale);
    const series = all(plot, "g[data-series]")
      .map((group) => ({
        name: group.dataset.series,
        unit: group.dataset.unit,
        toY: scale(group.dataset.yScale),
        points: (group.querySelector("polyline").getAttribute("points") || "")
          .split(" ").filter(Boolean).map((p) => p.split(",").map(Number)),
      }))
      .filter((s) => s.points.length > 0);
    if (!line || series.length === 0) return;
    const pointer = plot.querySelector(".pointer");
    readable += 1;

    const show = (x, y) => {
      const shown = series
        .map((s) => ({ s, p: nearest(s.points, x) }))
        .sort((a, b) => Math.abs(a.p[1] - y) - Math.abs(b.p[1] - y))
        .slice(0, 4);
      pointer.setAttribute("x1", x);
      pointer.setAttribute("x2", x);
      plot.classList.add("read");
      line.textContent = where(plot.dataset.x, toX(x)) + ": " +
        shown.map(({ s, p }) => s.name + " " + short(s.toY(p[1])) + " " + s.unit).join(", ");
    };
    plot.addEventListener("pointermove", (event) => {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(plot.getScreenCTM().inverse());
      if (at.x >= from && at.x <= to) show(at.x, at.y);
    });
    plot.addEventListener("pointerleave", () => {
      plot.classList.remove("read");
      line.textContent = "";
    });
  });
  document.documentElement.dataset.plots = readable;
})();
