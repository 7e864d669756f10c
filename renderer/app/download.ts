/** Offers a text as a file of the person's own download folder. The name comes from the app; the browser cleans it again. */
export function download(fileName: string, content: string): void {
  const type = fileName.endsWith(".html") ? "text/html;charset=utf-8" : "application/json";
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // Later: the browser reads the blob after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
