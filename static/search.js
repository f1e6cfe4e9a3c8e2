// Tells the reader what a search found, in the form of an index.json (`Content::Found` of src/paper/page.rs). The press
// puts it behind Pagefind's script, whose class does the searching; both are one file, which is loaded when somebody
// searches. Lines that are a comment alone are taken out.
// `newsprintWords` are the interface texts by language, which the press puts before this.
const newsprintFilters = ["section", "topic", "author", "year"];
let newsprintDesk, newsprintLanguage, newsprintFailures = 0;
// Pagefind says nothing of a part of the index that did not come, and finds less. It calls this in the place of the
// browser's own.
const fetch = async address => {
  try {
    const answer = await globalThis.fetch(address, { signal: AbortSignal.timeout(20000) });
    if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
    return answer;
  } catch (fault) {
    newsprintFailures++;
    throw fault;
  }
};
const newsprintOpen = async language => {
  const basePath = new URL("../pagefind/", import.meta.url).href;
  const desk = new PagefindInstance({ basePath, primary: true, excerptEllipsis: "…" });
  await desk.init(language, { load_wasm: true });
  return desk;
};
// The form that the language has for a number: they stand beside their categories of CLDR, the one for all others last
// (src/view/words/mod.rs).
const newsprintFound = (text, count, language) => {
  const parts = text.split("\t");
  const category = new Intl.PluralRules(language).select(count);
  const place = parts.indexOf(category);
  return parts[place < 0 ? parts.length - 1 : place + 1].replace("{count}", count);
};
// The excerpt has marks for the words that were found, and no other elements.
const newsprintText = excerpt => excerpt.split(/<\/?mark>/).map((words, place) => {
  const plain = words.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
  return place % 2 ? { mark: plain } : plain;
}).filter(run => run);
const newsprintLanguages = (languages, own, wanted, page, words) => {
  const names = new Intl.DisplayNames([page], { type: "language" });
  const choices = Object.entries(languages).map(([language, { page_count }]) => ({
    value: language == own ? "" : language,
    text: `${names.of(language)} (${page_count})`,
    chosen: language == wanted,
  }));
  return choices.length > 1 ? [{ name: "language", label: words.language, choices }] : [];
};
// The query is that of the search page's address; `shown` is the number of stories to tell of. `page` is the language
// of the page.
export const newsprint = async (query, page) => {
  const asked = new URLSearchParams(query);
  const own = page.split("-")[0].toLowerCase();
  const wanted = asked.get("language") || own;
  // Pagefind holds one language for each copy of its script. A fragment makes a copy without another download.
  newsprintLanguage ??= wanted;
  if (newsprintLanguage != wanted) {
    // The reader loads this script under another fragment when a search has failed (src/reader/module.rs): so does its copy.
    const [file, again = ""] = import.meta.url.split("#");
    const copy = await import(`${file}#${wanted}${again}`);
    return copy.newsprint(query, page);
  }
  newsprintFailures = 0;
  newsprintDesk ??= newsprintOpen(wanted).catch(fault => {
    newsprintDesk = undefined;
    throw fault;
  });
  const desk = await newsprintDesk;
  const chosen = {};
  for (const name of newsprintFilters) if (asked.get(name)) chosen[name] = [asked.get(name)];
  const all = newsprintFilters.some(name => asked.has(name)) ? await desk.filters() : {};
  const words = newsprintWords[own] || newsprintWords.en;
  const shown = +asked.get("shown") || 10;
  const found = await desk.search(asked.get("q"), { filters: chosen });
  const stories = await Promise.all(found.results.slice(0, shown).map(async one => {
    const { raw_url, excerpt } = await one.data();
    return { story: JSON.parse(raw_url), excerpt: newsprintText(excerpt) };
  }));
  if (newsprintFailures) throw new Error("a part of the index did not come");
  const filters = newsprintLanguages(desk.languages, own, wanted, page, words);
  for (const name of newsprintFilters.filter(name => all[name])) {
    // What is chosen already could be chosen otherwise.
    const counts = (chosen[name] ? found.totalFilters : found.filters)[name] || {};
    const order = name == "year" ? (one, other) => other[0] - one[0] : (one, other) => other[1] - one[1];
    const choices = Object.entries(all[name]).sort(order).slice(0, 200).map(([value]) => ({
      value,
      text: `${value} (${counts[value] || 0})`,
      chosen: asked.get(name) == value,
    }));
    choices.unshift({ value: "", text: words.any, chosen: !choices.some(choice => choice.chosen) });
    filters.push({ name, label: words[name], choices });
  }
  const count = found.results.length;
  const said = count ? newsprintFound(words.found, count, newsprintWords[own] ? own : "en") : words.nothing;
  const wishes = [];
  if (count && !Object.keys(all).length) wishes.push({ act: "narrow", text: words.narrow });
  if (count > shown) wishes.push({ act: "more", text: words.more });
  return JSON.stringify({
    address: "search/",
    head: { title: "", language: page, direction: "ltr" },
    content: { found: { said, stories, filters, wishes } },
  });
};
