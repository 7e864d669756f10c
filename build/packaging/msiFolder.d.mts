export declare function withManagedFolder(project: string): string;
export declare function msiProjectCreated(file: string): Promise<void>;
