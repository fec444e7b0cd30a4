/* Due dates by the rules of print (content/schedule.py, content/work_calendar.py); days are whole numbers from 1970. */
const smmDates = (() => {
  "use strict";
  const LENGTH = 86400000;
  const step = { next: 1, previous: -1 };

  const toIso = (day) => new Date(day * LENGTH).toISOString().slice(0, 10);
  /* The day of “2027-01-04”, or null for anything else, 2027-02-30 among it. */
  const toDay = (iso) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return null;
    const day = Date.parse(`${iso}T00:00:00Z`) / LENGTH;
    return Number.isInteger(day) && toIso(day) === iso ? day : null;
  };

  /* The days off: `weekend` from Monday 0, `days` with the name of each holiday, or "" for an own closed day. */
  const calendar = ({ weekend, days }) => {
    const free = new Set(weekend);
    const named = new Map(Object.entries(days).map(([iso, name]) => [toDay(iso), name]));
    const dayOff = (day) => {
      if (named.has(day)) return { kind: named.get(day) ? "holiday" : "closed", name: named.get(day) };
      return free.has((((day + 3) % 7) + 7) % 7) ? { kind: "weekend", name: "" } : null;
    };
    const add = (day, count) => {
      for (let left = Math.abs(count); left; left -= !dayOff(day)) day += Math.sign(count);
      return day;
    };
    return { dayOff, add };
  };

  const addMonths = (day, count) => {
    const from = new Date(day * LENGTH);
    const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + count];
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return Date.UTC(year, month, Math.min(from.getUTCDate(), last)) / LENGTH;
  };

  const count = ([, , offset, unit], base, work) => {
    if (unit === "business_day") return work.add(base, offset);
    return unit === "month" ? addMonths(base, offset) : base + offset * (unit === "week" ? 7 : 1);
  };

  /* One due date: the day, and where the rule's own day was off, that day and why. */
  const resolveOne = (task, base, closed, work) => {
    const day = count(task, base, work);
    const reason = work.dayOff(day);
    return reason && step[closed] ? { day: work.add(day, step[closed]), from: day, reason } : { day };
  };

  /* Due dates by task id, for every task [id, anchor, offset, unit] whose chain of anchors ends at a known day. */
  const resolve = (tasks, anchors, closed, work) => {
    const dues = new Map();
    let waiting = tasks;
    for (let before = -1; waiting.length !== before; ) {
      before = waiting.length;
      waiting = waiting.filter((task) => {
        const base = anchors[task[1]] ?? dues.get(task[1])?.day;
        if (base !== undefined) dues.set(task[0], resolveOne(task, base, closed, work));
        return base === undefined;
      });
    }
    return dues;
  };

  return { toDay, toIso, calendar, resolve };
})();
