/* How the form program reads and writes a note. It knows nothing of the program or of the page.

   A note is not written anew: what was not changed in the form keeps its lines as they stand, comments, order
   and quotation marks included. Values are texts here as they are in a note: `no` is a word, `0123` keeps its
   nought, a date is no moment. What cannot be shown in a form is kept, and never written over. */
(function (root, make) {
  "use strict";
  if (typeof module === "object") module.exports = make;
  else root.deskdiaryNotes = make(root.jsyaml);
})(this, function (yaml) {
  "use strict";

  const AS_WRITTEN = "as_written";
  const IS_NOTE = "is_note";
  const BY_HAND = "Type it into the note by hand.";
  const HEADED = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n([\s\S]*))?$/;
  const CONTINUED = /^[ \t]+\S|^-(?:[ \t]|$)/;
  const KEY = /^[^\s#-]|^-[^\s]/;
  const PLAIN = /^[A-Za-z0-9][A-Za-z0-9 +-]*$/;
  const DATE = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/;

  const load = (text) => yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA });
  const isList = Array.isArray;
  const isRecord = (value) => typeof value === "object" && value !== null && !isList(value);
  const isEmpty = (value) => value === undefined || value === null || value === "" || value === "~";
  const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  function refuse(reason) {
    throw new Error(`${reason} ${BY_HAND}`);
  }

  /* --- What stands in a note --------------------------------------------------------------- */

  /** The note in its parts: each top field with its lines, what stands between them, and the text below. */
  function read(text) {
    const parts = HEADED.exec(text.replace(/^\ufeff/, ""));
    if (!parts) refuse("This note does not begin with details between two lines of three hyphens.");
    const head = parts[1] || "";
    const values = head.trim() ? load(head) : {};
    if (!isRecord(values)) refuse("The details of this note are no lines of `field: value`.");
    if (yaml.parseEvents(head).some((event) => event.anchor || event.type === yaml.EVENT_ALIAS)) {
      refuse("The details of this note have an anchor or an alias in them.");
    }
    const segments = segmentsOf(head);
    segments.filter((each) => each.lines).forEach((each) => name(each, values));
    const names = segments.filter((each) => each.lines).map((each) => each.name);
    if (!alike(names, Object.keys(values))) refuse("The details of this note are laid out unusually.");
    return { segments, values, body: parts[2] || "" };
  }

  /** Runs of lines: a field's own (`lines`), or the comments and blank lines between two (`between`). */
  function segmentsOf(head) {
    const found = [];
    let waiting = [];
    const settle = () => {
      if (waiting.length) found.push({ between: waiting });
      waiting = [];
    };
    head.split("\n").slice(0, -1).forEach((line) => {
      const last = found[found.length - 1];
      if (CONTINUED.test(line) && last && last.lines) {
        last.lines.push(...waiting, line);
        waiting = [];
      } else if (KEY.test(line)) {
        settle();
        found.push({ lines: [line] });
      } else {
        waiting.push(line);
      }
    });
    settle();
    return found;
  }

  /** Reads a field by its own lines alone; the whole must say the same of it. */
  function name(segment, values) {
    const alone = load(segment.lines.join("\n") + "\n");
    const names = isRecord(alone) ? Object.keys(alone) : [];
    if (names.length !== 1 || !alike(alone[names[0]], values[names[0]])) {
      refuse("The details of this note are laid out unusually.");
    }
    segment.name = names[0];
  }

  /* --- From a note into a form -------------------------------------------------------------- */

  /** The value for the form, or undefined where a form cannot show what stands there. */
  function shown(kind, raw) {
    if (kind.kind === "records") {
      if (isEmpty(raw)) return [];
      const all = isList(raw) ? raw.map((one) => shownRecord(kind.fields, one)) : [undefined];
      return all.includes(undefined) ? undefined : all;
    }
    if (kind.kind === "record") return isEmpty(raw) ? {} : shownRecord(kind.fields, raw);
    if (kind.kind === "list") return shownList(raw);
    if (isEmpty(raw)) return "";
    if (typeof raw !== "string") return undefined;
    if (kind.kind === "date") return DATE.test(raw.trim()) ? padded(raw) : undefined;
    if (kind.kind === "whole") return /^[+-]?[0-9]{1,9}$/.test(raw.trim()) ? Number(raw) : undefined;
    if (kind.kind === "choice") return kind.options.includes(raw.trim()) ? raw.trim() : undefined;
    return raw;
  }

  function shownRecord(fields, raw) {
    if (!isRecord(raw)) return undefined;
    const record = {};
    for (const [name, kind] of Object.entries(fields)) {
      const value = shown(kind, raw[name]);
      if (value === undefined) return undefined;
      if (kind.kind === "resource") spread(record, name, kind, value);
      else record[name] = value;
    }
    const others = Object.keys(raw).filter((name) => !(name in fields));
    if (others.length) record[AS_WRITTEN] = JSON.stringify(raw);
    return record;
  }

  function shownList(raw) {
    if (isEmpty(raw)) return [];
    const all = typeof raw === "string" ? raw.split(",").map((one) => one.trim()).filter(Boolean) : raw;
    return isList(all) && all.every((one) => typeof one === "string" && !isEmpty(one)) ? all : undefined;
  }

  /** A resource's key goes to the picker, a title in somebody's own words to the line beside it. */
  function spread(record, name, kind, value) {
    const known = kind.keys.includes(value.trim());
    record[name] = known ? value.trim() : "";
    record[kind.words] = known ? "" : value;
  }

  function padded(raw) {
    const [, year, month, day] = DATE.exec(raw.trim());
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  }

  /** What the form shows of a note. A README beside the notes has no details, and is none. */
  function fromFile(shape, text) {
    if (!/^\ufeff?---/.test(text)) return {};
    const note = read(text);
    const content = { [AS_WRITTEN]: text, [IS_NOTE]: "yes", body: note.body.trim() };
    for (const [name, kind] of Object.entries(shape)) {
      const value = shown(kind, note.values[name]);
      if (value !== undefined) content[name] = value;
    }
    return content;
  }

  /* --- From a form into a note -------------------------------------------------------------- */

  /** A form's value as it is meant: outer spaces and what is empty taken off; undefined for nothing. */
  function meant(kind, value) {
    if (kind.kind === "records") {
      const all = (isList(value) ? value : []).map((one) => meantRecord(kind.fields, one)).filter(Boolean);
      return all.length ? all : undefined;
    }
    if (kind.kind === "record") return meantRecord(kind.fields, value);
    if (kind.kind === "list") {
      const all = (isList(value) ? value : []).map((one) => String(one ?? "").trim()).filter(Boolean);
      return all.length ? all : undefined;
    }
    const text = isEmpty(value) ? "" : String(value).replace(/\r\n?/g, "\n").trim();
    if (kind.kind === "date" && DATE.test(text)) return padded(text);
    return text || undefined;
  }

  function meantRecord(fields, value) {
    if (!isRecord(value)) return undefined;
    const record = {};
    for (const [name, kind] of Object.entries(fields)) {
      const own = kind.kind === "resource" ? value[name] || value[kind.words] : value[name];
      const one = meant(kind, own);
      if (one !== undefined) record[name] = one;
      else if (kind.kind === "resource") throw new Error("Choose what was asked for, or write what they called it.");
    }
    const was = value[AS_WRITTEN] ? JSON.parse(value[AS_WRITTEN]) : {};
    for (const name of Object.keys(was)) if (!(name in fields)) record[name] = was[name];
    return Object.keys(record).length ? record : undefined;
  }

  /** The note with what was changed in the form, and all else as it stood. */
  function toFile(shape, content) {
    const note = content[AS_WRITTEN] ? read(content[AS_WRITTEN]) : { segments: [], values: {}, body: "" };
    const before = {};
    const after = {};
    for (const [name, kind] of Object.entries(shape)) {
      const value = shown(kind, note.values[name]);
      after[name] = meant(kind, content[name]);
      if (value !== undefined) before[name] = meant(kind, value);
      else if (after[name] !== undefined) mayReplace(name, note.values[name]);
    }
    change(note.segments, shape, before, after);
    const head = linesOf(note.segments).map((line) => `${line}\n`).join("");
    return `---\n${head}---\n${bodyOf(note.body, content.body)}`;
  }

  /** One value that no form can show may be typed anew. Of several, what the form does not show would be lost. */
  function mayReplace(name, raw) {
    if (typeof raw !== "string") refuse(`What stands under \`${name}\` can't be shown here, and stays as it is.`);
  }

  const linesOf = (segments) => segments.flatMap((each) => each.lines || each.between);

  /** Puts into the lines of a record each field that says something else than before. */
  function change(segments, fields, before, after) {
    const names = new Set([...Object.keys(fields), ...Object.keys(before), ...Object.keys(after)]);
    for (const name of names) {
      const kind = fields[name] || { kind: "text" };
      if (!alike(before[name], after[name])) {
        const lines = after[name] === undefined ? undefined : written(name, kind, after[name], segments);
        put(segments, [...names], name, lines);
      }
    }
  }

  function bodyOf(before, value) {
    const text = String(value ?? "").replace(/\r\n?/g, "\n");
    if (text.trim() === before.trim()) return before;
    return text.trim() ? `\n${text.trim()}\n` : "";
  }

  /** Replaces a field's lines, takes them away, or puts new ones after the field that comes before it. */
  function put(segments, order, name, lines) {
    const at = segments.findIndex((each) => each.name === name);
    if (at >= 0) segments.splice(at, 1, ...(lines ? [{ name, lines }] : []));
    else if (lines) segments.splice(placeFor(segments, order, name), 0, { name, lines });
  }

  function placeFor(segments, order, name) {
    const earlier = order.slice(0, order.indexOf(name));
    const places = segments.map((each, at) => (earlier.includes(each.name) ? at + 1 : 0));
    const first = segments.findIndex((each) => each.lines);
    return Math.max(...places, 0) || Math.max(first, 0);
  }

  /* --- Lines of a note ---------------------------------------------------------------------- */

  function written(name, kind, value, segments) {
    const old = segments.find((each) => each.name === name);
    if (kind.kind === "records") return recordLines(name, kind, value, old);
    if (kind.kind === "list") return [`${name}: ${flow(value)}`];
    if (kind.kind === "record") return [`${name}: {${pairs(kind, value).join(", ")}}`];
    const lines = scalar(name, kind, value);
    return lines.length === 1 && old && old.lines.length === 1 ? [lines[0] + comment(old.lines[0])] : lines;
  }

  const flow = (value) => yaml.dump(value, { flowLevel: 0, lineWidth: -1 }).trimEnd();
  const pairs = (kind, value) =>
    Object.entries(value).map(([name, one]) => `${name}: ${flow([one]).slice(1, -1).replace(/^'(\d[\d-]*)'$/, "$1")}`);

  function scalar(name, kind, value) {
    const bare = kind.kind !== "text" && kind.kind !== "resource" && PLAIN.test(value);
    if (bare) return [`${name}: ${value}`];
    return yaml.dump({ [name]: value }, { lineWidth: -1 }).trimEnd().split("\n");
  }

  /** What is said after `#` at the end of a line, with the space before it. */
  function comment(line) {
    for (const sign of line.matchAll(/\s+#/g)) {
      try {
        if (alike(load(line.slice(0, sign.index)), load(line))) return line.slice(sign.index);
      } catch {
        /* The sign stands within quotation marks: look further. */
      }
    }
    return "";
  }

  /** A list of records. One that stood there already keeps its own lines, one that was changed most of them. */
  function recordLines(name, kind, value, old) {
    const stood = (old && itemsOf(old, kind)) || { indent: "  ", head: [`${name}:`], items: [], tail: [] };
    const kept = value.map((record) => taken(stood.items, record));
    const lines = value.flatMap((record, at) => {
      if (kept[at]) return [...kept[at].before, ...kept[at].lines];
      const there = stood.items[at] && !stood.items[at].taken ? stood.items[at] : undefined;
      if (!there) return fresh(kind, record, stood.indent);
      there.taken = true;
      return [...there.before, ...(amended(kind, there, record) || fresh(kind, record, stood.indent))];
    });
    return [...stood.head, ...lines, ...stood.tail];
  }

  function taken(items, record) {
    const item = items.find((each) => !each.taken && alike(each.meant, record));
    if (item) item.taken = true;
    return item;
  }

  function fresh(kind, record, indent) {
    const lines = Object.entries(record).flatMap(([name, value]) =>
      scalar(name, kind.fields[name] || { kind: "text" }, value),
    );
    return lines.map((line, at) => indented(line, `${indent}${at ? "  " : "- "}`));
  }

  const indented = (line, indent) => (line ? indent + line : line);

  /** The lines of a record of which something was changed; undefined where they are laid out unusually. */
  function amended(kind, item, record) {
    const dash = /^ *- +(?=\S)/.exec(item.lines[0]);
    if (!dash) return undefined;
    const width = dash[0].length;
    const head = item.lines.map((line, at) => (at && line.slice(0, width).trim() ? undefined : line.slice(width)));
    if (head.includes(undefined)) return undefined;
    try {
      const segments = segmentsOf(head.map((line) => `${line}\n`).join(""));
      segments.filter((each) => each.lines).forEach((each) => name(each, item.raw));
      change(segments, kind.fields, item.meant, record);
      return linesOf(segments).map((line, at) => indented(line, at ? " ".repeat(width) : dash[0]));
    } catch {
      return undefined;
    }
  }

  /** The items of a list that is written one below the other; undefined where it is written otherwise. */
  function itemsOf(segment, kind) {
    const start = segment.lines.findIndex((line) => /^ *-(?: |$)/.test(line));
    if (start < 1) return undefined;
    const indent = /^ */.exec(segment.lines[start])[0];
    const items = [];
    let between = [];
    segment.lines.slice(start).forEach((line) => {
      if (line.startsWith(`${indent}-`)) {
        items.push({ before: between, lines: [line] });
        between = [];
      } else if (/^ *(?:#|$)/.test(line)) {
        between.push(line);
      } else {
        items[items.length - 1].lines.push(...between, line);
        between = [];
      }
    });
    items.forEach((item) => (item.raw = onlyOf(item.lines)));
    const whole = load(segment.lines.join("\n") + "\n")[segment.name];
    if (!alike(items.map((item) => item.raw), whole)) return undefined;
    items.forEach((item) => (item.meant = meantRecord(kind.fields, shownRecord(kind.fields, item.raw))));
    return { indent, head: segment.lines.slice(0, start), items, tail: between };
  }

  function onlyOf(lines) {
    try {
      const alone = load(lines.join("\n") + "\n");
      return isList(alone) && alone.length === 1 ? alone[0] : undefined;
    } catch {
      return undefined;
    }
  }

  return { fromFile, toFile };
});
