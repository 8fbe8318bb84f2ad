/** Files that Vite bundles and TypeScript cannot read. */
declare module '*.css';

declare module '*.svg' {
  const address: string;
  export default address;
}
