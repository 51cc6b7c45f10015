// Says which words of this page are too pale for their ground: contrast under 4.5, or under 3 for
// large letters (WCAG 2.2, 1.4.3). Each pair of colours is told once.
() => {
  const parse = (colour) => {
    const parts = colour.match(/[\d.]+/g).map(Number);
    return parts.length > 3 ? parts : [...parts, 1];
  };
  const over = (top, below) =>
    [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const canvas = getComputedStyle(document.documentElement).colorScheme.includes("dark") &&
    matchMedia("(prefers-color-scheme: dark)").matches && !matchMedia("print").matches
    ? [18, 18, 18, 1] : [255, 255, 255, 1];
  const ground = (element) => {
    if (!element) return canvas;
    const own = parse(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(element.parentElement));
  };
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const seen = new Set();
  const findings = [];
  const judge = (element, style, words) => {
    const below = ground(element);
    const ink = over(parse(element.closest("svg") ? style.fill : style.color), below);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
    const key = [ink, below, large].join();
    if (seen.has(key)) return;
    seen.add(key);
    const [high, low] = [light(ink), light(below)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < (large ? 3 : 4.5))
      findings.push(`contrast ${ratio.toFixed(2)}: <${element.tagName.toLowerCase()} class="` +
        `${element.getAttribute("class") || ""}"> ${words.trim().slice(0, 40)}`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ opacityProperty: true })) continue;
    judge(element, getComputedStyle(element), node.data);
  }
  for (const element of document.querySelectorAll("[data-label], [data-column]"))
    for (const which of ["::before", "::after"]) {
      const style = getComputedStyle(element, which);
      if (style.content.startsWith('"') && element.checkVisibility()) {
        const box = parse(style.backgroundColor);
        if (box[3] < 1) judge(element, style, style.content);
      }
    }
  return findings;
}
