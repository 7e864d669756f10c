import { readFileSync, writeFileSync } from "node:fs";

// Owner Administrators; protected from what ProgramData hands down; SYSTEM and Administrators everything, Users reading.
const sddl = "O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)";

/** The WiX description of the MSI with the organisation's folder in it; it stays when the program goes. @throws Error when the template has changed. */
export function withManagedFolder(project) {
  const directory = `<Directory Id="CommonAppDataFolder"><Directory Id="MANAGEDFOLDER" Name="Preflight"><Component Id="ManagedFolder" Guid="9C2D8C5B-31D5-4B0E-9C39-4A4C1B1C7A20" Permanent="yes" KeyPath="yes"><CreateFolder><PermissionEx Sddl="${sddl}"/></CreateFolder></Component></Directory></Directory>`;
  const opened = /<Directory Id="TARGETDIR" Name="SourceDir">/;
  const feature = /<ComponentGroupRef Id="ProductComponents"\/>/;
  if (!opened.test(project) || !feature.test(project)) throw new Error("the MSI's template has no place for the organisation's folder");
  return project.replace(opened, (found) => `${found}\n${directory}`).replace(feature, (found) => `${found}\n<ComponentRef Id="ManagedFolder"/>`);
}

/** Called by electron-builder with the path of the project. */
export async function msiProjectCreated(file) {
  writeFileSync(file, withManagedFolder(readFileSync(file, "utf8")));
}
