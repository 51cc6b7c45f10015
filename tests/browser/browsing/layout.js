// Says what a reader cannot see on this page: text cut off, text outside its box, a page that
// scrolls sideways, a scrolling box that the keyboard cannot reach, words of a chart that collide.
() => {
  const findings = [];
  const SLACK = 1.5; // pixels; boxes are laid out in fractions of a pixel
  const root = document.documentElement;
  const say = (what, element) => {
    const words = (element.textContent || "").replace(/\s+/g, " ").trim().slice(0, 60);
    const name = element.getAttribute("class") || "";
    findings.push(`${what}: <${element.tagName.toLowerCase()} class="${name}"> ${words}`);
  };
  const visible = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // Words for screen readers alone stand outside the page, or in a box of one pixel.
  const set_aside = (element) => {
    const box = element.getBoundingClientRect();
    return box.right < 0 || box.bottom < 0 || (box.width <= 1 && box.height <= 1);
  };
  const scrolls = (style) => /auto|scroll/.test(style.overflowX);
  const cuts = (style) => /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY);
  const in_a_scroll_box = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement)
      if (scrolls(getComputedStyle(up)) && up.scrollWidth > up.clientWidth + SLACK) return true;
    return false;
  };

  if (root.scrollWidth > root.clientWidth + SLACK)
    findings.push(`the page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);

  for (const element of document.body.querySelectorAll("*")) {
    if (!visible(element) || set_aside(element) || element.closest("svg")) continue;
    const style = getComputedStyle(element);
    const wider = element.scrollWidth > element.clientWidth + SLACK;
    const taller = element.scrollHeight > element.clientHeight + SLACK;
    if (cuts(style) && element.clientWidth && (wider || taller)) say("text is cut off", element);
    if (scrolls(style) && wider) {
      const named = element.getAttribute("aria-label") || element.getAttribute("aria-labelledby");
      if (!named || !element.getAttribute("role")) say("a scrolling box has no name", element);
      if (element.tabIndex < 0) say("a scrolling box cannot be focused", element);
    }
  }

  // The words themselves, against the box of the block or cell that they stand in.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const inside = node.parentElement;
    if (!node.data.trim() || inside.closest("svg, select, option")) continue;
    if (!visible(inside) || set_aside(inside)) continue;
    let block = inside;
    while (getComputedStyle(block).display.startsWith("inline") && block.parentElement)
      block = block.parentElement;
    const box = block.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(node);
    const whole = range.getBoundingClientRect();
    if (whole.right < 0 || (whole.left >= box.left - SLACK && whole.right <= box.right + SLACK &&
        whole.right <= root.clientWidth + SLACK)) continue;
    // Word by word: a blank at the end of a line hangs over it, and nobody sees that.
    for (const word of node.data.matchAll(/\S+/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const words = range.getBoundingClientRect();
      if (words.right > box.right + SLACK || words.left < box.left - SLACK) {
        say("text runs out of its box", inside);
        break;
      }
      if (words.right > root.clientWidth + SLACK && !in_a_scroll_box(inside)) {
        say("text runs out of the window", inside);
        break;
      }
    }
  }

  for (const chart of document.querySelectorAll("svg")) {
    if (!visible(chart)) continue;
    const frame = chart.getBoundingClientRect();
    const words = [...chart.querySelectorAll("text")].filter(visible);
    const boxes = words.map((w) => w.getBoundingClientRect());
    boxes.forEach((box, i) => {
      if (box.left < frame.left - SLACK || box.right > frame.right + SLACK)
        say("words of a chart are cut off", words[i]);
      for (let j = i + 1; j < boxes.length; j++) {
        const across = Math.min(box.right, boxes[j].right) - Math.max(box.left, boxes[j].left);
        const down = Math.min(box.bottom, boxes[j].bottom) - Math.max(box.top, boxes[j].top);
        const low = Math.min(box.height, boxes[j].height);
        if (across > 2 && down > low / 3)
          say(`words of a chart collide with "${words[j].textContent.slice(0, 30)}"`, words[i]);
      }
    });
    if (words.length) {
      const smallest = Math.min(...boxes.map((b) => b.height).filter((h) => h > 0));
      if (smallest < 9) findings.push(`words of a chart are ${smallest.toFixed(1)} px high`);
    }
  }
  return findings;
}
