import { expect, it } from "vitest";
import { childEnvironment, childFolder } from "../../../electron/host/childEnvironment.ts";
import { systemRoot } from "../../../electron/host/windows/systemRoot.ts";

it.each([
  ["C:\\Windows", "C:\\Windows"],
  ["D:\\WINDOWS\\", "D:\\WINDOWS"],
  [undefined, "C:\\Windows"],
  ["", "C:\\Windows"],
  [".", "C:\\Windows"],
  ["C:", "C:\\Windows"],
  ["C:\\", "C:\\Windows"],
  ["\\Windows", "C:\\Windows"],
  ["\\\\server\\share", "C:\\Windows"],
  ["\\\\?\\C:\\Windows", "C:\\Windows"],
  ["C:\\Windows\\..\\Temp", "C:\\Windows"],
  ["C:/Windows", "C:\\Windows"],
  ["C:\\Windows;C:\\Temp\nD:", "C:\\Windows"],
  ["C:\\$&", "C:\\$&"],
])("%j means %s", (value, expected) => {
  const environment = { SystemRoot: value };
  expect(systemRoot(environment)).toBe(expected);
  expect(childFolder("windows", environment)).toBe(`${expected}\\System32`);
  expect(childEnvironment("windows", environment, undefined)).toMatchObject({
    SystemRoot: expected,
    SystemDrive: expected.slice(0, 2),
    PATH: expect.stringMatching(/^[A-Z]:\\/),
  });
});

it("what the kernel says comes before the environment", () => {
  expect(systemRoot({ SystemRoot: "D:\\Elsewhere" }, "C:\\Windows")).toBe("C:\\Windows");
  expect(systemRoot({ SystemRoot: "D:\\WINNT" }, null)).toBe("D:\\WINNT");
});
