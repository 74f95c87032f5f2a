// A dropped folder as its files with their paths, and many files as pieces that each fit one request.
const AT_ONCE = 40;
const BYTES = 40 * 1024 * 1024;

const once = (ask) => new Promise((resolve, reject) => ask(resolve, reject));

export async function walk(entry) {
  if (entry.isFile) {
    const file = await once((resolve, reject) => entry.file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, "") }];
  }
  const reader = entry.createReader();
  const found = [];
  // A reader gives some at a time, and none when there are no more.
  for (;;) {
    const some = await once((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) break;
    found.push(...some);
  }
  return (await Promise.all(found.map((each) => walk(each)))).flat();
}

export function pieces(files) {
  const made = [];
  let now = [];
  let bytes = 0;
  for (const each of files) {
    if (now.length && (now.length === AT_ONCE || bytes + each.file.size > BYTES)) {
      made.push(now);
      now = [];
      bytes = 0;
    }
    now.push(each);
    bytes += each.file.size;
  }
  return now.length ? [...made, now] : made;
}
