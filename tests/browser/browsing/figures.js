// Lists the figures of a page's main part: the words, and the links that stand with them.
// A figure is a number that is neither a date nor part of a quotation or of a file's name.
() => {
  const MONTH = "January|February|March|April|May|June|July|August|September|October|November|December";
  const DATES = new RegExp(
    `\\b(\\d{1,2} )?(${MONTH})( \\d{4})?\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{2}:\\d{2}( UTC)?|\\b(19|20)\\d{2}\\b`, "g");
  // What stands together: a figure may use the links of the smallest of these around it.
  const TOGETHER = "a, li, tr, dd, dt, p, figure, article, caption, table, summary, h2, h3, h4";
  const FILE = /\S*[a-z]\.[a-z]{2,5}\b/gi;
  const QUOTED = "q, blockquote, time, code, [hidden], option, label";
  const main = document.querySelector("main");
  const links = [...main.querySelectorAll("a[href]")];
  const figures = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const inside = node.parentElement;
    // Of what there are none, there are no words.
    if (!/[1-9]/.test(node.data.replace(DATES, "").replace(FILE, "")) || inside.closest(QUOTED)) continue;
    if (!inside.checkVisibility()) continue;
    let around = inside.closest(TOGETHER);
    const marked = Boolean(around && around.querySelector("mark"));
    const ways = (box) => links.filter((a) => a === box || box.contains(a));
    while (around && main.contains(around) && !ways(around).length)
      around = around.parentElement.closest(TOGETHER);
    const found = around && main.contains(around) ? ways(around) : [];
    figures.push({
      words: node.data.replace(/\s+/g, " ").trim(),
      links: found.map((a) => links.indexOf(a)),
      hrefs: found.map((a) => a.getAttribute("href")),
      marked,
    });
  }
  return figures;
}
