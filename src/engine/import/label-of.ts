/** What a table is called at first: its file's name without its ending. Example: '명단.csv.gz' is '명단'. */
export function labelOf(fileName: string): string {
  const unpacked = fileName.replace(/\.(?:gz|zip)$/i, '');
  return unpacked.replace(/\.[a-z0-9]{1,7}$/i, '') || fileName;
}
