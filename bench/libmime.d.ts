// libmime comes without types; this is as much of it as the bench needs for its baseline.
declare module 'libmime' {
  const libmime: {
    readonly decodeHeaders: (header: string) => Readonly<Record<string, readonly string[]>>;
    readonly decodeWords: (value: string) => string;
  };
  export default libmime;
}
