/** The same function, which answers each thing once, whatever else it is given: what is shown is asked for again to be checked or named. */
export function once<Thing extends object, Rest extends unknown[], Answer>(
  make: (thing: Thing, ...rest: Rest) => Answer,
): (thing: Thing, ...rest: Rest) => Answer {
  const known = new WeakMap<Thing, { answer: Answer }>();
  return (thing, ...rest) => {
    const { answer } = known.get(thing) ?? { answer: make(thing, ...rest) };
    known.set(thing, { answer });
    return answer;
  };
}
