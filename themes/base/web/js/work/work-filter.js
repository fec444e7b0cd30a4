/* Narrows the work down in place: one value of each facet, the choice in the address, the number said aloud.
   Without it every value is a link to a page of its own. */
(() => {
  "use strict";
  const facet = (tag) => tag.slice(0, tag.indexOf("="));
  let show = () => {};

  /* On the page of one value the other facets lead to the whole list, narrowed down by both. */
  const combine = (root, links, here) => {
    for (const link of links) {
      if (facet(link.dataset.tag) !== facet(here)) link.href = `${root.dataset.smmAll}?${here}&${link.dataset.tag}`;
    }
  };

  const filter = (root, links, words) => {
    const plural = new Intl.PluralRules(document.documentElement.lang);
    const number = new Intl.NumberFormat(document.documentElement.lang);
    const cards = [...document.querySelectorAll(".smm-list-b .smm-work")].map((card) => [card, card.dataset.tags.split(" ")]);
    const known = new Map(links.map((link) => [link.dataset.tag, link]));
    const find = (name) => document.querySelector(`.smm-list-h ${name}`);
    const [status, everything, none, chosen] = ["[role=status]", ".smm-everything", ".smm-none", ".smm-filters-c"].map(find);
    const whole = status.textContent;

    const wanted = () => {
      const found = new Map();
      for (const pair of new URLSearchParams(location.search)) {
        const tag = pair.join("=");
        if (known.has(tag)) found.set(pair[0], tag);
      }
      return found;
    };

    const address = (choice) => location.pathname + (choice.size ? `?${[...choice.values()].join("&")}` : "");

    show = () => {
      const choice = wanted();
      const counts = new Map();
      let shown = 0;
      for (const [card, tags] of cards) {
        const lacking = [...choice.values()].filter((tag) => !tags.includes(tag));
        card.hidden = lacking.length > 0;
        if (!card.hidden) shown += 1;
        /* A value counts what choosing it would show: only its own facet may stand in the way. */
        for (const tag of tags) {
          if (lacking.every((one) => facet(one) === facet(tag))) counts.set(tag, (counts.get(tag) || 0) + 1);
        }
      }
      for (const [tag, link] of known) {
        const on = choice.get(facet(tag)) === tag;
        const next = new Map(choice);
        if (on) next.delete(facet(tag));
        else next.set(facet(tag), tag);
        link.href = address(next);
        if (on) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
        link.querySelector(".smm-n").textContent = ` ${number.format(counts.get(tag) || 0)}`;
      }
      const text = (words.count[plural.select(shown)] || words.count.other).replace("{n}", number.format(shown));
      status.textContent = choice.size ? text : whole;
      everything.hidden = !choice.size;
      none.hidden = shown > 0;
      const names = [...choice.values()].map((tag) => known.get(tag).firstChild.data.trim());
      chosen.textContent = names.length ? `: ${names.join(", ")}` : "";
    };

    const go = (event) => {
      const link = event.target.closest("a");
      if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      history.pushState(null, "", link === everything ? location.pathname : link.href);
      show();
      if (link === everything) [...root.querySelectorAll("summary, a")].find((one) => one.offsetParent).focus();
    };
    root.querySelector("nav").addEventListener("click", go);
    everything.addEventListener("click", go);
    show();
  };

  const start = () => {
    show = () => {};
    const root = document.querySelector("[data-smm-filter]");
    if (!root) return;
    const words = JSON.parse(root.dataset.smmFilter);
    const links = [...root.querySelectorAll("a[data-tag]")];
    if (words.here) combine(root, links, words.here);
    else filter(root, links, words);
  };
  addEventListener("popstate", () => show());
  if (globalThis.document$) document$.subscribe(start);
  else start();
})();
