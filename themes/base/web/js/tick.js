/* Onboarding checklists that remember: ticks and dates kept in this browser, progress, filter, file, link. The printed
   list is the page without this script; words and rules come with the page, nothing goes out. */
(() => {
  "use strict";
  const { toDay, toIso, calendar, resolve } = smmDates;
  const lists = [];
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  const today = () => {
    const now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000;
  };
  const strings = (value) => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);

  const make = (tag, name, ...children) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children);
    return element;
  };

  class List {
    constructor(panel) {
      this.panel = panel;
      this.data = JSON.parse(panel.dataset.smmData);
      this.words = this.data.words;
      this.work = calendar(this.data);
      this.plural = new Intl.PluralRules(this.data.lang);
      this.slug = panel.dataset.smmTick;
      this.parts = [...document.querySelectorAll(`[data-smm-list="${CSS.escape(this.slug)}"]`)].map((list) => this.part(list));
      this.rows = this.parts.flatMap((part) => part.rows);
      this.owner = "";
      this.listen();
      this.load();
      panel.hidden = false;
      if (panel.previousElementSibling?.matches(".smm-total")) panel.previousElementSibling.hidden = true;
    }

    part(list) {
      const body = list.closest(".smm-part-b") || list;
      const head = body.previousElementSibling;
      const rows = [...list.children].map((row) => {
        const due = row.querySelector(".smm-task-d");
        return { row, due, rule: due ? [...due.childNodes] : [], box: row.querySelector("input"), id: row.dataset.smmTask, owner: row.dataset.smmOwner };
      });
      return { body, head, note: head?.querySelector(".smm-part-note, .smm-src"), rows };
    }

    find(name) {
      return this.panel.querySelector(`[data-smm="${name}"]`);
    }

    listen() {
      const on = (name, event, action) => this.find(name).addEventListener(event, action);
      for (const one of this.rows) {
        one.box.addEventListener("change", () => {
          this.change(() => this.state.done[one.box.checked ? "add" : "delete"](one.id));
          const title = one.row.querySelector("label").textContent.trim();
          this.find("say").textContent = `${title}: ${one.box.checked ? this.words.done : this.words.open}. ${this.summary}.`;
        });
      }
      for (const input of this.dates()) {
        /* A year that is being typed passes through days of long ago; only what stays is judged. */
        input.addEventListener("change", () => {
          const iso = input.value;
          if (!input.validity.valid || iso === (this.state.dates[input.name] ?? "")) return;
          this.change(() => this.setDate(input.name, iso));
          this.tell(this.words[iso ? "dated" : "undated"]);
        });
        input.addEventListener("blur", () => {
          if (input.validity.valid) return;
          const [first, last] = [input.min, input.max].map((iso) => this.day(toDay(iso), true));
          this.render();
          this.tell(fill(this.words.outside, { first, last }));
        });
      }
      on("owner", "change", () => {
        this.owner = this.find("owner").value;
        this.render();
        this.find("say").textContent = `${this.summary}.`;
      });
      on("print", "click", () => print());
      on("export", "click", () => this.export());
      on("import", "click", () => this.find("file").click());
      on("file", "change", () => this.import());
      on("link", "click", () => this.link());
      on("reset", "click", () => {
        this.change(() => (this.state = { done: new Set(), dates: {} }), true);
        this.tell(this.words.emptied);
      });
      on("undo", "click", () => {
        this.state = this.before;
        this.before = null;
        this.save();
        this.tell(this.words.undone);
        this.find("reset").focus();
      });
    }

    dates() {
      return [...this.panel.querySelectorAll("input[type=date]")];
    }

    setDate(anchor, iso) {
      if (iso) this.state.dates[anchor] = iso;
      else delete this.state.dates[anchor];
    }

    copy() {
      return { done: new Set(this.state.done), dates: { ...this.state.dates } };
    }

    /* Change what is kept; with `back` the state before it can be had again until the next change. */
    change(action, back = false) {
      this.before = back ? this.copy() : null;
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
      const kept = this.read();
      const first = this.rows.filter((one) => one.box.defaultChecked).map((one) => one.id);
      this.state = this.valid(kept) || { done: new Set(first), dates: {} };
      this.render();
    }

    /* What a file or the browser's store holds, or null where it is not of this checklist. */
    valid(found) {
      if (!found || found.checklist !== this.slug || !Array.isArray(found.done)) return null;
      const dates = {};
      for (const input of this.dates()) {
        const iso = found.dates?.[input.name];
        if (this.allowed(input, iso)) dates[input.name] = iso;
      }
      return { done: new Set(strings(found.done)), dates };
    }

    allowed(input, iso) {
      return typeof iso === "string" && toDay(iso) !== null && iso >= input.min && iso <= input.max;
    }

    kept() {
      const { slug: checklist, data, state } = this;
      return { checklist, version: data.version, dates: state.dates, done: [...state.done] };
    }

    save() {
      try {
        localStorage.setItem(this.data.key, JSON.stringify(this.kept()));
        this.unsaved = false;
      } catch {
        this.unsaved = true;
      }
      this.tell("");
      this.render();
      for (const other of lists) if (other !== this && other.data.key === this.data.key) other.load();
    }

    tell(text) {
      this.find("note").textContent = [this.unsaved ? this.words.unsaved : "", text].filter(Boolean).join(" ");
    }

    number(forms, n) {
      return fill(forms[this.plural.select(n)] ?? forms.other, { n });
    }

    day(day, year) {
      const form = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC", ...(year && { year: "numeric" }) };
      return new Intl.DateTimeFormat(this.data.lang, form).format(day * 86400000);
    }

    icon(name, text) {
      const state = this.find(`state-${name}`).cloneNode(true);
      state.removeAttribute("data-smm");
      state.hidden = false;
      state.lastElementChild.textContent = text;
      return state;
    }

    status(one, due) {
      if (this.state.done.has(one.id)) return ["ok", this.words.done];
      if (!due) return ["", ""];
      const days = today() - due.day;
      if (days > 0) return ["late", this.number(this.words.late_by, days)];
      return days ? ["no", this.words.planned] : ["soon", this.words.today];
    }

    due(one, due, year) {
      if (!due) return one.rule;
      const weekday = () => new Intl.DateTimeFormat(this.data.lang, { weekday: "long", timeZone: "UTC" }).format(due.from * 86400000);
      const time = make("time", "", this.day(due.day, new Date(due.day * 86400000).getUTCFullYear() !== year));
      time.dateTime = toIso(due.day);
      const moved = due.reason ? `, ${fill(this.words.moved[due.reason.kind], { weekday: weekday(), name: due.reason.name })}` : "";
      return [time, make("small", "smm-task-r", one.rule.map((node) => node.textContent).join(" ").trim() + moved)];
    }

    render() {
      const anchors = {};
      for (const [name, iso] of Object.entries(this.state.dates)) anchors[name] = toDay(iso);
      const dues = resolve(this.data.tasks, anchors, this.data.closed, this.work);
      const year = Number(Object.values(this.state.dates).sort()[0]?.slice(0, 4));
      const counts = { ok: 0, late: 0, soon: 0, no: 0 };
      const bar = [];
      for (const part of this.parts) {
        let [shown, ready] = [0, 0];
        for (const one of part.rows) {
          const [status, text] = this.status(one, dues.get(one.id));
          const done = status === "ok";
          one.box.checked = done;
          one.row.classList.toggle("smm-task--done", done);
          one.due?.replaceChildren(...this.due(one, dues.get(one.id), year), ...(status ? [this.icon(status, text)] : []));
          one.row.hidden = Boolean(this.owner) && one.owner !== this.owner;
          if (one.row.hidden) continue;
          if (status) counts[status] += 1;
          shown += 1;
          ready += done;
          bar.push(make("span", { ok: "smm-prog-on", late: "smm-prog-late" }[status]));
        }
        part.body.hidden = !shown;
        if (part.head) part.head.hidden = !shown;
        if (part.note) part.note.textContent = fill(this.words.progress, { done: ready, all: shown });
      }
      this.show(counts, bar);
    }

    show(counts, bar) {
      const { words } = this;
      const summary = [fill(words.progress, { done: counts.ok, all: bar.length })];
      for (const name of ["late", "soon", "no"]) {
        const text = fill(words.counts[name], { n: counts[name] });
        const state = this.find(`state-${name}`);
        state.hidden = !counts[name];
        state.lastElementChild.textContent = text;
        if (counts[name]) summary.push(text);
      }
      this.summary = summary.join(", ");
      this.find("done").textContent = counts.ok;
      this.find("all").textContent = fill(words.of, { all: bar.length });
      this.find("bar").replaceChildren(...bar);
      this.find("bar").setAttribute("aria-label", this.summary);
      for (const input of this.dates()) {
        const iso = this.state.dates[input.name] ?? "";
        if (input.value !== iso || (!input.validity.valid && input !== document.activeElement)) input.value = iso;
      }
      this.find("link").hidden = !Object.keys(this.state.dates).length;
      this.find("undo").hidden = !this.before;
    }

    export() {
      const link = make("a");
      link.download = `${this.slug}-${this.data.version}.json`;
      link.href = URL.createObjectURL(new Blob([`${JSON.stringify(this.kept(), null, 2)}\n`], { type: "application/json" }));
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
        found = this.valid(JSON.parse(await file.text()));
      } catch {
        /* said below */
      }
      if (!found) return this.tell(this.words.refused);
      this.change(() => (this.state = found), true);
      const known = this.rows.filter((one) => found.done.has(one.id)).length;
      const gone = found.done.size - known;
      this.tell(this.number(this.words.imported, known) + (gone ? ` ${this.number(this.words.gone, gone)}` : ""));
    }

    async link() {
      const link = new URL(location.href);
      link.hash = new URLSearchParams(this.state.dates).toString();
      try {
        await navigator.clipboard.writeText(link.href);
        this.tell(this.words.copied);
      } catch {
        this.tell(link.href);
      }
    }

    /* Days that came with the address, such as #start=2027-01-04. */
    follow() {
      const given = new URLSearchParams(location.hash.slice(1));
      const fresh = this.dates().filter((input) => {
        const iso = given.get(input.name);
        return this.allowed(input, iso) && this.state.dates[input.name] !== iso;
      });
      if (!fresh.length) return;
      this.change(() => fresh.forEach((input) => this.setDate(input.name, given.get(input.name))), true);
      this.tell(this.words.linked);
    }
  }

  const start = () => {
    lists.length = 0;
    for (const panel of document.querySelectorAll("[data-smm-tick]")) lists.push(new List(panel));
    for (const list of lists) list.follow();
  };
  addEventListener("hashchange", () => lists.forEach((list) => list.follow()));
  addEventListener("storage", (event) => lists.filter((list) => list.data.key === event.key).forEach((list) => list.load()));
  if (globalThis.document$) document$.subscribe(start);
  else start();
})();
