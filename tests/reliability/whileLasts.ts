/** Does something again and again for as long as a work lasts. @returns what the work came to @throws what it throws */
export async function whileLasts<Result>(
  work: Promise<Result>,
  step: (turn: number) => Promise<void>,
): Promise<Result> {
  let lasts = true;
  const end = () => {
    lasts = false;
  };
  work.then(end, end);
  for (let turn = 0; lasts; turn += 1) await step(turn);
  return work;
}
