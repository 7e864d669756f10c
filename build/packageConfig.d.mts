import type { Configuration, FileSet } from "electron-builder";

type Files = (string | FileSet)[];
export declare function packageConfig(electronDist?: string): Configuration & { files: Files; extraResources: Files };
