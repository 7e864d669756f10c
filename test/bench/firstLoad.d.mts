export declare function firstLoad(): number;
