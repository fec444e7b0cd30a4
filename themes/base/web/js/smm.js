/* Search button and keys, the scheme button, the menu in step with Material's switch, language links that keep the
   place on the page. Everything else works without a script. */
(() => {
  "use strict";
  const find = (selector, root = document) => root.querySelector(selector);
  const toggle = (name) => find(`[data-md-toggle="${name}"]`);
  const flip = (name, on) => {
    const box = toggle(name);
    if (box && box.checked !== on) box.click();
  };

  const openSearch = () => {
    flip("search", true);
    const query = find("[data-md-component=search-query]");
    if (query) requestAnimationFrame(() => query.focus());
  };
  const closeSearch = () => {
    flip("search", false);
    const button = find(".smm-find-open");
    if (button) button.focus();
  };

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    if (target.closest(".smm-find-open")) openSearch();
    if (target.closest(".smm-find-close")) closeSearch();
    if (target.closest(".smm-scheme")) {
      const options = [...document.querySelectorAll("input[name=__palette]")];
      const now = document.body.getAttribute("data-md-color-scheme");
      const other = options.find((option) => option.getAttribute("data-md-color-scheme") !== now);
      if (other) other.click();
    }
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

  const drawer = find("#smm-drawer");
  const menu = toggle("drawer");
  if (drawer && menu && drawer.showPopover) {
    menu.addEventListener("change", () => {
      if (menu.checked !== drawer.matches(":popover-open")) drawer.togglePopover(menu.checked);
    });
    drawer.addEventListener("toggle", (event) => flip("drawer", event.newState === "open"));
  }
})();
