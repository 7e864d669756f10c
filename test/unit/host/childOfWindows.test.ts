import { expect, it } from "vitest";
import { childEnvironment } from "../../../electron/host/childEnvironment.ts";

it("a command on Windows gets the folders of Windows and of the user's record, wherever the environment points", () => {
  const moved = Object.fromEntries(["ProgramData", "ProgramFiles", "APPDATA", "LOCALAPPDATA", "USERPROFILE"].map((name) => [name, "C:\\mine"]));
  const environment = childEnvironment("windows", { ...moved, SystemRoot: "D:\\Windows" }, { name: "hanako", home: "D:\\Users\\hanako" });
  expect(JSON.stringify(environment)).not.toContain("mine");
  expect(environment).toMatchObject({
    ProgramData: "D:\\ProgramData",
    ProgramFiles: "D:\\Program Files",
    APPDATA: "D:\\Users\\hanako\\AppData\\Roaming",
    LOCALAPPDATA: "D:\\Users\\hanako\\AppData\\Local",
    USERPROFILE: "D:\\Users\\hanako",
  });
});
