// The search field: pages and headings that hold every word, in place of the list of pages.
const field = document.getElementById("find");
const found = document.getElementById("found");
const MOST = 40;

function look() {
  const words = field.value.toLowerCase().split(/\s+/).filter(word => word !== "");
  const others = document.querySelectorAll("nav > h2, nav > ul:not(#found)");
  found.replaceChildren();
  found.hidden = words.length === 0;
  others.forEach(one => { one.hidden = words.length > 0; });
  if (words.length === 0) return;
  const hits = PAGES.filter(([text, page]) => words.every(word => (text + " " + page).toLowerCase().includes(word)));
  for (const [text, page, address] of hits.slice(0, MOST)) {
    const link = document.createElement("a");
    link.href = field.dataset.top + address;
    link.textContent = text;
    if (page !== "") {
      const of = document.createElement("small");
      of.textContent = page;
      link.append(of);
    }
    const item = document.createElement("li");
    item.append(link);
    found.append(item);
  }
  if (hits.length === 0) {
    const item = document.createElement("li");
    item.textContent = "No page or heading holds that.";
    found.append(item);
  }
}

field.addEventListener("input", look);
look();
