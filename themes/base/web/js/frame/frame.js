/* Search button and keys, the scheme button, the menu in step with Material's switch, language links that keep the
   place on the page, roles that tables and tick boxes lack, paper with everything unfolded. Everything else works
   without a script. */
(() => {
  "use strict";
  const find = (selector, root = document) => root.querySelector(selector);
  const toggle = (name) => find(`[data-md-toggle="${name}"]`);
  const flip = (name, on) => {
    const box = toggle(name);
    if (box && box.checked !== on) box.click();
  };

  /* Material's script, where the page keeps it back until it is of use. It begins when the page is there, and has to be
     told where it comes after that. */
  let there = false;
  addEventListener("DOMContentLoaded", () => (there = true));
  const query = find("[data-md-component=search-query]");
  const callHost = () => {
    const kept = find("#smm-host");
    if (!kept) return;
    kept.remove();
    for (const { src } of kept.content.querySelectorAll("script[src]")) {
      const script = document.createElement("script");
      script.src = src;
      script.addEventListener("load", () => {
        if (there) globalThis.document$?.next(document);
        query?.dispatchEvent(new Event("keyup"));
      });
      document.body.append(script);
    }
  };
  /* Addresses that its search makes, to mark the words looked for. */
  if (/[?&][hq]=/.test(location.search)) callHost();
  if (find("#smm-host[data-smm-soon]")) {
    for (const sign of ["pointermove", "pointerdown", "keydown", "scroll"]) addEventListener(sign, callHost, { once: true, passive: true });
  }
  for (const sign of ["pointerover", "focusin"]) {
    addEventListener(sign, (event) => event.target.closest?.(".smm-find-open") && callHost());
  }

  const openSearch = () => {
    callHost();
    flip("search", true);
    if (query) requestAnimationFrame(() => query.focus());
  };
  const closeSearch = () => {
    flip("search", false);
    const button = find(".smm-find-open");
    if (button) button.focus();
  };

  /* Kept as Material keeps it, so that pages with its script show the same. */
  const schemes = [...document.querySelectorAll("input[name=__palette]")];
  const setScheme = (option) => {
    const told = (name) => option.getAttribute(`data-md-color-${name}`);
    const color = Object.fromEntries(["media", "scheme", "primary", "accent"].map((name) => [name, told(name)]));
    for (const [name, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${name}`, value);
    __md_set("__palette", { index: schemes.indexOf(option), color });
  };
  const changeScheme = () => {
    const now = document.body.getAttribute("data-md-color-scheme");
    schemes.find((option) => option.getAttribute("data-md-color-scheme") !== now)?.click();
  };
  for (const option of schemes) option.addEventListener("change", () => setScheme(option));
  toggle("search")?.addEventListener("change", callHost);

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    if (target.closest(".smm-find-open")) openSearch();
    if (target.closest(".smm-find-close")) closeSearch();
    if (target.closest(".smm-scheme")) changeScheme();
    const language = target.closest("a[data-smm-keep]");
    if (language && location.hash && !language.hash) language.hash = location.hash;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle("search")?.checked) closeSearch();
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = document.activeElement;
    if (at && (at.isContentEditable || /^(input|textarea|select)$/i.test(at.tagName))) return;
    if (!find(".smm-find-open")) return;
    event.preventDefault();
    openSearch();
  });

  /* Narrow tables are shown as labelled lists; their meaning stays that of a table. */
  const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" };
  for (const table of document.querySelectorAll(".smm-goals, .smm-roles")) {
    for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, td, th")]) {
      const name = part.localName;
      part.setAttribute("role", roles[name] || (part.scope === "row" ? "rowheader" : "columnheader"));
    }
  }

  /* Tick boxes of Markdown task lists have no label of their own. */
  for (const box of document.querySelectorAll(".task-list-item input:not([aria-label])")) {
    box.setAttribute("aria-label", box.closest("li").textContent.trim().split("\n")[0]);
  }

  /* What Material adds when it is ready: an unnamed landmark around every copy button, and frames in which wide
     tables scroll, out of the keyboard's reach. */
  const content = find(".md-content");
  const settle = () => {
    for (const nav of content.querySelectorAll(".md-code__nav:not([role])")) nav.setAttribute("role", "none");
    for (const frame of content.querySelectorAll(".md-typeset__scrollwrap")) {
      frame.toggleAttribute("tabindex", false);
      if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    }
  };
  if (content) {
    new MutationObserver(settle).observe(content, { childList: true, subtree: true });
    addEventListener("resize", settle);
  }

  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")];
    for (const one of unfolded) one.open = true;
  });
  addEventListener("afterprint", () => unfolded.splice(0).forEach((one) => (one.open = false)));

  const drawer = find("#smm-drawer");
  const menu = toggle("drawer");
  if (drawer && menu && drawer.showPopover) {
    menu.addEventListener("change", () => {
      if (menu.checked !== drawer.matches(":popover-open")) drawer.togglePopover(menu.checked);
    });
    drawer.addEventListener("toggle", (event) => flip("drawer", event.newState === "open"));
  }
})();
