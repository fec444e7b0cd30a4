/* Onboarding checklists that remember: ticks, dates and who one is, kept in this browser; progress and filter. The
   printed list is the page without this script. */
(() => {
  "use strict";
  const { Keeper, fill, holds, make, start } = smmKeep;
  const { toDay, toIso, calendar, resolve } = smmDates;
  const today = () => {
    const now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000;
  };

  class List extends Keeper {
    constructor(panel) {
      super(panel, panel.dataset.smmTick);
      this.work = calendar(this.data);
      this.parts = [...document.querySelectorAll(`[data-smm-list="${CSS.escape(this.slug)}"]`)].map((list) => this.part(list));
      this.rows = this.parts.flatMap((part) => part.rows);
      this.owner = "";
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

    listen() {
      super.listen();
      for (const one of this.rows) {
        one.box.addEventListener("change", () => {
          this.change(() => this.state.done[one.box.checked ? "add" : "delete"](one.id));
          const title = one.row.querySelector("label").textContent.trim();
          this.say(`${title}: ${one.box.checked ? this.words.done : this.words.open}. ${this.summary}.`);
        });
      }
      for (const input of this.panel.querySelectorAll("input[type=date]")) {
        /* A year that is being typed passes through days of long ago; only what stays is judged. */
        input.addEventListener("change", () => {
          const iso = input.value;
          if (!input.validity.valid || iso === this.value(input)) return;
          this.change(() => this.set(input, iso));
          this.tell(this.words[iso ? "dated" : "undated"]);
        });
        input.addEventListener("blur", () => {
          if (input.validity.valid) return;
          const [first, last] = [input.min, input.max].map((iso) => this.day(toDay(iso), true));
          this.render();
          this.tell(fill(this.words.outside, { first, last }));
        });
      }
      this.on("owner", "change", () => {
        this.owner = this.find("owner").value;
        this.render();
        this.say(`${this.summary}.`);
      });
    }

    empty(fresh) {
      const ticked = fresh ? this.rows.filter((one) => one.box.defaultChecked).map((one) => one.id) : [];
      return { done: new Set(ticked), dates: {}, who: {} };
    }

    valid(found) {
      if (!Array.isArray(found.done)) return null;
      const done = new Set(found.done.filter((one) => typeof one === "string"));
      return { done, dates: this.values(found.dates, "date"), who: this.values(found.who) };
    }

    kept() {
      const { dates, done, who } = this.state;
      return { dates, done: [...done], ...(Object.keys(who).length && { who }) };
    }

    place(field) {
      return this.state[field.type === "date" ? "dates" : "who"];
    }

    allowed(field, value) {
      if (field.type !== "date") return super.allowed(field, value);
      return typeof value === "string" && toDay(value) !== null && value >= field.min && value <= field.max;
    }

    taken({ done }) {
      const known = this.rows.filter((one) => done.has(one.id)).length;
      return [known, done.size - known];
    }

    printed(field) {
      if (field.type !== "date") return super.printed(field);
      return super.printed(field, this.day(toDay(field.value), true));
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
      this.apart = 0;
      for (const part of this.parts) {
        let [shown, ready] = [0, 0];
        for (const one of part.rows) {
          const [status, text] = this.status(one, dues.get(one.id));
          const done = status === "ok";
          const when = this.data.when[one.id];
          const apart = Boolean(when) && holds(when, this.state.who) === false;
          this.apart += apart;
          one.box.checked = done;
          one.row.classList.toggle("smm-task--done", done);
          one.due?.replaceChildren(...this.due(one, dues.get(one.id), year), ...(status ? [this.icon(status, text)] : []));
          one.row.hidden = apart || (Boolean(this.owner) && one.owner !== this.owner);
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
      const apart = this.apart ? this.number(words.apart, this.apart) : "";
      if (apart) summary.push(apart);
      this.summary = summary.join(", ");
      this.find("apart").textContent = apart;
      this.find("done").textContent = counts.ok;
      this.find("all").textContent = fill(words.of, { all: bar.length });
      this.find("bar").replaceChildren(...bar);
      this.find("bar").setAttribute("aria-label", this.summary);
      this.controls();
      if (this.owner) {
        const shown = this.printed(this.find("owner"));
        this.find("set").textContent = [this.find("set").textContent, shown].filter(Boolean).join(" · ");
      }
    }
  }

  start("[data-smm-tick]", List);
})();
