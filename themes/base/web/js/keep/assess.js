/* Self-assessment: a level for each skill, kept in this browser; what it comes to, and what to learn next. Without this
   script the page is a form for paper. */
(() => {
  "use strict";
  const { Keeper, fill, make, start } = smmKeep;
  const [FIRST, BEST] = [5, 3];

  class Test extends Keeper {
    constructor(panel) {
      super(panel, panel.dataset.smmAssess);
      const slug = CSS.escape(this.slug);
      /* What helps on paper: all targets at once, and lessons that the result repeats. */
      this.rows = [...document.querySelectorAll(`[data-smm-asks="${slug}"]`)].flatMap((list) => this.area(list));
      this.result = document.querySelector(`[data-smm-result="${slug}"]`);
      for (const one of this.rows) if (one.learn) one.learn.parentElement.hidden = true;
      const names = [...this.rows[0].row.querySelectorAll("label")].map((label) => label.textContent.trim());
      this.ladder = ["-", ...this.data.ladder];
      this.names = names;
    }

    area(list) {
      return [...list.children].map((row) => ({
        row,
        id: row.dataset.smmSkill,
        area: list.dataset.smmArea,
        name: row.querySelector(".smm-ask-n").textContent.trim(),
        anchor: row.querySelector(".smm-ask-n").id,
        boxes: [...row.querySelectorAll("input")],
        asked: row.querySelector(".smm-ask-g"),
        learn: row.querySelector(".smm-ask-l"),
      }));
    }

    listen() {
      super.listen();
      for (const one of this.rows) {
        for (const box of one.boxes) {
          box.addEventListener("change", () => {
            this.change(() => (this.state.levels[one.id] = box.value));
            const asked = this.state.aim.target ? ` ${one.asked.textContent}` : "";
            this.say(`${one.name}: ${this.names[this.have(one)]}.${asked} ${this.summary}.`);
          });
        }
      }
    }

    empty() {
      return { levels: {}, aim: {} };
    }

    valid(found) {
      const levels = found.levels;
      if (!levels || typeof levels !== "object" || Array.isArray(levels)) return null;
      const known = Object.entries(levels).filter(([, level]) => this.ladder.includes(level));
      return { levels: Object.fromEntries(known), aim: this.values(found) };
    }

    kept() {
      return { ...this.state.aim, levels: this.state.levels };
    }

    place() {
      return this.state.aim;
    }

    taken({ levels }) {
      const known = this.rows.filter((one) => levels[one.id]).length;
      return [known, Object.keys(levels).length - known];
    }

    /* The rung one stands on: 0 for not yet, -1 where nothing was chosen. */
    have(one) {
      return this.ladder.indexOf(this.state.levels[one.id]);
    }

    /* The rung that the target asks, or without a target the next one; -1 where none is asked. */
    want(one) {
      const target = this.data.targets[this.state.aim.target];
      if (target) return target[one.id] ?? -1;
      return Math.min(this.have(one) + 1, this.ladder.length - 1);
    }

    render() {
      const target = this.data.targets[this.state.aim.target];
      const all = this.rows.map((one) => ({ ...one, have: this.have(one), want: this.want(one) }));
      const rated = all.filter((one) => one.have >= 0);
      for (const one of all) {
        for (const [rung, box] of one.boxes.entries()) box.checked = rung === one.have;
        one.asked.hidden = !target;
        if (target) one.asked.textContent = this.compared(one);
      }
      const { words } = this;
      this.summary = fill(words.progress, { done: rated.length, all: all.length });
      this.find("done").textContent = rated.length;
      this.find("all").textContent = fill(words.of, { all: all.length });
      this.find("bar").replaceChildren(...all.map((one) => make("span", one.have >= 0 ? "smm-prog-on" : "")));
      this.find("bar").setAttribute("aria-label", this.summary);
      this.controls();
      this.report(all, rated, target);
    }

    compared({ have, want }) {
      if (want < 0) return this.words.not_asked;
      const asked = fill(this.words.asked, { want: this.names[want] });
      if (have < 0) return asked;
      return `${asked} ${have >= want ? this.words.reached : this.number(this.words.short, want - have)}`;
    }

    report(all, rated, target) {
      const [paper, out] = this.result.children;
      paper.hidden = true;
      out.hidden = false;
      if (!rated.length) return out.replaceChildren(make("p", "", this.words.nothing));
      out.replaceChildren(...this.overall(all, rated, target), this.areas(rated, target), ...this.strongest(rated), ...this.next(rated, target));
    }

    overall(all, rated, target) {
      const { words } = this;
      const half = make("p", "", fill(words.half, { level: this.names[this.half(rated)] }));
      const parts = [half];
      if (target) {
        const asked = rated.filter((one) => one.want >= 0);
        const name = this.find("target").selectedOptions[0].text;
        const count = make("b", "", String(asked.filter((one) => one.have >= one.want).length));
        parts.unshift(make("p", "smm-prog-n", count, ` ${fill(words.of_target, { all: asked.length, target: name })}`));
      }
      const open = all.filter((one) => one.have < 0);
      if (open.length) parts.push(make("p", "smm-src", `${this.number(words.left, open.length)} `, this.jump(open[0], words.first)));
      return parts;
    }

    /* The rung that at least half of the skills have reached. */
    half(skills) {
      const sorted = skills.map((one) => one.have).sort((a, b) => a - b);
      return sorted[Math.floor((sorted.length - 1) / 2)];
    }

    level(rung) {
      const quarters = Math.round((rung * 4) / this.data.ladder.length);
      return make("span", `smm-level smm-level--${quarters}`, this.names[rung]);
    }

    jump(one, text) {
      const link = make("a", "", text);
      link.href = `#${one.anchor}`;
      return link;
    }

    areas(rated, target) {
      const { words } = this;
      const cell = (name, scope, ...children) => {
        const made = make(name, "", ...children);
        if (scope) made.scope = scope;
        return made;
      };
      const heads = [words.area, words.area_half, ...(target ? [words.area_reached] : [])].map((text) => cell("th", "col", text));
      const rows = [...new Set(rated.map((one) => one.area))].map((area) => {
        const inside = rated.filter((one) => one.area === area);
        const asked = inside.filter((one) => one.want >= 0);
        const reached = asked.filter((one) => one.have >= one.want).length;
        const last = asked.length ? fill(words.part, { done: reached, all: asked.length }) : words.none_asked;
        return make("tr", "", cell("th", "row", area), cell("td", "", this.level(this.half(inside))), ...(target ? [cell("td", "", last)] : []));
      });
      const table = make("table", "smm-data", make("caption", "smm-vh", words.areas), make("thead", "", make("tr", "", ...heads)), make("tbody", "", ...rows));
      return make("div", "smm-res-areas", table);
    }

    strongest(rated) {
      const best = rated.filter((one) => one.have > 1).sort((a, b) => b.have - a.have).slice(0, BEST);
      if (!best.length) return [];
      const rows = best.map((one) => make("li", "", make("span", "smm-res-n", this.jump(one, one.name)), this.level(one.have)));
      return [make("h3", "smm-h3", this.words.strongest), make("ul", "smm-res-best", ...rows)];
    }

    next(rated, target) {
      const { words } = this;
      const head = make("h3", "smm-h3", words.next);
      const gaps = rated.filter((one) => one.want > one.have).sort((a, b) => (target ? b.want - b.have - (a.want - a.have) : 0) || a.have - b.have);
      if (!gaps.length) return [head, make("p", "", words[target ? "no_gap" : "top"])];
      const rows = gaps.slice(0, FIRST).map((one) => {
        const [have, want] = [this.names[one.have], this.names[one.want]];
        const why = fill(target ? this.number(words.gap, one.want - one.have) : words.step, { have, want });
        const lessons = [...(one.learn?.children ?? [])].map((lesson) => lesson.cloneNode(true));
        return make("li", "", make("p", "smm-res-n", this.jump(one, one.name)), make("p", "smm-src", why), ...(lessons.length ? [make("ul", "smm-learn", ...lessons)] : []));
      });
      const rest = new Intl.ListFormat(this.data.lang).format(gaps.slice(FIRST).map((one) => one.name));
      return [head, make("ol", "smm-res-next", ...rows), ...(rest ? [make("p", "smm-src", fill(words.then, { skills: rest }))] : [])];
    }
  }

  start("[data-smm-assess]", Test);
})();
