const globals = new URL('./globals.js', import.meta.url).href;

/** Gives test files our own '@jest/globals', since Jest's works only inside its contexts. (Node's module loader calls it.) */
export function resolve(specifier, context, next) {
  return specifier === '@jest/globals' ? { url: globals, shortCircuit: true } : next(specifier, context);
}
