/* What every tool shares that remembers: a panel with fields and buttons, state kept in this browser, undo, file, link.
   Nothing goes out; words and rules come with the page.

   A tool extends Keeper with: empty() and valid(found), its state; kept(), what is stored; place(field), the part of the
   state that a named field of the panel shows; render(); taken(found), the words after a file was read. */
const smmKeep = (() => {
  "use strict";
  const all = [];
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

  const make = (tag, name, ...children) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children);
    return element;
  };

  /* Whether a condition holds for somebody (content/values/condition.py); undefined where they have not said enough. */
  const holds = ([kind, ...rest], who) => {
    if (kind === "is") return who[rest[0]] === undefined ? undefined : rest[1].includes(who[rest[0]]) !== rest[2];
    const parts = rest.map((part) => holds(part, who));
    if (kind === "not") return parts[0] === undefined ? undefined : !parts[0];
    const ends = kind === "any";
    if (parts.includes(ends)) return ends;
    return parts.includes(undefined) ? undefined : !ends;
  };

  class Keeper {
    constructor(panel, slug) {
      this.panel = panel;
      this.slug = slug;
      this.data = JSON.parse(panel.dataset.smmData);
      this.words = this.data.words;
      this.plural = new Intl.PluralRules(this.data.lang);
    }

    begin() {
      this.listen();
      this.load();
      this.panel.hidden = false;
    }

    find(name) {
      return this.panel.querySelector(`[data-smm="${name}"]`);
    }

    on(name, event, action) {
      this.find(name).addEventListener(event, action);
    }

    listen() {
      for (const field of this.fields()) {
        if (field.type !== "date") field.addEventListener("change", () => this.choose(field));
      }
      this.on("print", "click", () => print());
      this.on("export", "click", () => this.export());
      this.on("import", "click", () => this.find("file").click());
      this.on("file", "change", () => this.import());
      this.on("link", "click", () => this.link());
      this.on("reset", "click", () => {
        this.change(() => (this.state = this.empty()), true);
        this.tell(this.words.emptied);
      });
      this.on("undo", "click", () => {
        this.state = this.before;
        this.before = null;
        this.save();
        this.tell(this.words.undone);
        this.find("reset").focus();
      });
    }

    choose(field) {
      this.change(() => this.set(field, field.value));
      this.say(`${this.summary}.`);
    }

    /* Fields of the panel whose value is kept and stands in the link. */
    fields() {
      return [...this.panel.querySelectorAll("[name]")];
    }

    set(field, value) {
      if (value) this.place(field)[field.name] = value;
      else delete this.place(field)[field.name];
    }

    value(field) {
      return this.place(field)[field.name] ?? "";
    }

    allowed(field, value) {
      return Boolean(value) && [...field.options].some((option) => option.value === value);
    }

    /* The values of some fields that a file or a link gives, as far as they can be. */
    values(given, type) {
      const fields = this.fields().filter((field) => (field.type === "date") === (type === "date"));
      const found = fields.map((field) => [field, given?.[field.name]]).filter(([field, value]) => this.allowed(field, value));
      return Object.fromEntries(found.map(([field, value]) => [field.name, value]));
    }

    /* Change what is kept; with `back` the state before it can be had again until the next change. */
    change(action, back = false) {
      this.before = back ? structuredClone(this.state) : null;
      action();
      this.save();
    }

    read() {
      try {
        return JSON.parse(localStorage.getItem(this.data.key));
      } catch {
        return null;
      }
    }

    load() {
      this.state = this.mine(this.read()) || this.empty(true);
      this.render();
    }

    /* What a file or the browser's store holds, or null where it is not of this checklist. */
    mine(found) {
      return found && found.checklist === this.slug ? this.valid(found) : null;
    }

    save() {
      try {
        localStorage.setItem(this.data.key, JSON.stringify(this.whole()));
        this.unsaved = false;
      } catch {
        this.unsaved = true;
      }
      this.tell("");
      this.render();
      for (const other of all) if (other !== this && other.data.key === this.data.key) other.load();
    }

    whole() {
      return { checklist: this.slug, version: this.data.version, ...this.kept() };
    }

    /* Said to everybody, and to screen readers alone. */
    tell(text) {
      this.find("note").textContent = [this.unsaved ? this.words.unsaved : "", text].filter(Boolean).join(" ");
    }

    say(text) {
      this.find("say").textContent = text;
    }

    number(forms, n) {
      return fill(forms[this.plural.select(n)] ?? forms.other, { n });
    }

    /* Fields, buttons and the line that paper gets in their place. */
    controls() {
      for (const field of this.fields()) {
        const value = this.value(field);
        if (field.value !== value || (!field.validity.valid && field !== document.activeElement)) field.value = value;
      }
      const set = this.fields().filter((field) => this.value(field));
      this.find("set").textContent = set.map((field) => this.printed(field)).join(" · ");
      this.find("link").hidden = !set.length;
      this.find("undo").hidden = !this.before;
    }

    printed(field, value = field.selectedOptions[0].text) {
      const label = field.labels[0].firstChild.textContent.trim();
      return label.endsWith("?") ? `${label} ${value}` : `${label}: ${value}`;
    }

    export() {
      const link = make("a");
      link.download = `${this.slug}-${this.data.version}.json`;
      link.href = URL.createObjectURL(new Blob([`${JSON.stringify(this.whole(), null, 2)}\n`], { type: "application/json" }));
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
      this.tell(fill(this.words.exported, { file: link.download }));
    }

    async import() {
      const input = this.find("file");
      const file = input.files[0];
      input.value = "";
      let found = null;
      try {
        found = this.mine(JSON.parse(await file.text()));
      } catch {
        /* said below */
      }
      if (!found) return this.tell(this.words.refused);
      this.change(() => (this.state = found), true);
      const [known, gone] = this.taken(found);
      this.tell(this.number(this.words.imported, known) + (gone ? ` ${this.number(this.words.gone, gone)}` : ""));
    }

    async link() {
      const link = new URL(location.href);
      link.hash = new URLSearchParams(this.fields().filter((field) => this.value(field)).map((field) => [field.name, this.value(field)])).toString();
      try {
        await navigator.clipboard.writeText(link.href);
        this.tell(this.words.copied);
      } catch {
        this.tell(link.href);
      }
    }

    /* Values that came with the address, such as #start=2027-01-04. */
    follow() {
      const given = new URLSearchParams(location.hash.slice(1));
      const fresh = this.fields().filter((field) => {
        const value = given.get(field.name);
        return this.allowed(field, value) && this.value(field) !== value;
      });
      if (!fresh.length) return;
      this.change(() => fresh.forEach((field) => this.set(field, given.get(field.name))), true);
      this.tell(this.words.linked);
    }
  }

  /* One tool for every panel that matches, now and after each change of page. */
  const start = (selector, Tool) => {
    const run = () => {
      for (let i = all.length; i--; ) if (all[i] instanceof Tool) all.splice(i, 1);
      const made = [...document.querySelectorAll(selector)].map((panel) => new Tool(panel));
      all.push(...made);
      for (const tool of made) {
        tool.begin();
        tool.follow();
      }
    };
    if (globalThis.document$) document$.subscribe(run);
    else run();
  };
  addEventListener("hashchange", () => all.forEach((tool) => tool.follow()));
  addEventListener("storage", (event) => all.filter((tool) => tool.data.key === event.key).forEach((tool) => tool.load()));

  return { Keeper, fill, holds, make, start };
})();
