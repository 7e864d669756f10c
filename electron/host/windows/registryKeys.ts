/**
 * Every key of the registry that the app reads: id → key. Names below are values of that key. The one PowerShell of a run reads them all at
 * once; where it may not run, `reg.exe` reads them one by one (electron/probes/windows/registry.ts). Sources: docs/facts.md.
 */
export const registryKeys = {
  // Network: proxy and search list. ProxyEnable, ProxyServer, AutoConfigURL, AutoDetect; ProxySettingsPerUser of the policy says whose settings count.
  "internet-settings": "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings",
  "internet-settings-machine": "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings",
  "internet-settings-policy": "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings",
  // SearchList, Domain, DhcpDomain; DisableSmartNameResolution of the policy.
  "tcpip-parameters": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters",
  "dns-client-policy": "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient",

  "current-version": "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",

  // Device facts, in alphabetical order.
  "absent-key": "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Preflight Absent",
  "absent-value": "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
  bios: "HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS",
  "brave-beacon": "HKCU\\Software\\BraveSoftware\\Brave-Browser\\BLBeacon",
  "brave-path": "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\brave.exe",
  "chrome-beacon": "HKCU\\Software\\Google\\Chrome\\BLBeacon",
  "chrome-path": "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\chrome.exe",
  "chrome-path-user": "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\chrome.exe",
  "chrome-update": "HKLM\\SOFTWARE\\WOW6432Node\\Google\\Update\\Clients\\{8A69D345-D564-463C-AFF1-A69D9E530F96}",
  "chrome-update-user": "HKCU\\Software\\Google\\Update\\Clients\\{8A69D345-D564-463C-AFF1-A69D9E530F96}",
  "cloud-join": "HKLM\\SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\JoinInfo",
  "desktop-policy": "HKCU\\Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop",
  "desktop-user": "HKCU\\Control Panel\\Desktop",
  "device-lock-mdm": "HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\DeviceLock",
  "edge-beacon": "HKCU\\Software\\Microsoft\\Edge\\BLBeacon",
  "edge-update": "HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\EdgeUpdate\\Clients\\{56EB18F8-B008-4CBD-B6D2-8C97FE7E9062}",
  enrollments: "HKLM\\SOFTWARE\\Microsoft\\Enrollments",
  "file-history": "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\FileHistory",
  "file-history-policy": "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\FileHistory",
  firefox: "HKLM\\SOFTWARE\\Mozilla\\Mozilla Firefox",
  "firefox-32": "HKLM\\SOFTWARE\\WOW6432Node\\Mozilla\\Mozilla Firefox",
  "firefox-user": "HKCU\\Software\\Mozilla\\Mozilla Firefox",
  "firewall-domain": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\DomainProfile",
  "firewall-domain-mdm": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\Mdm\\DomainProfile",
  "firewall-domain-policy": "HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile",
  "firewall-private": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\StandardProfile",
  "firewall-private-mdm": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\Mdm\\StandardProfile",
  "firewall-private-policy": "HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\StandardProfile",
  "firewall-public": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\PublicProfile",
  "firewall-public-mdm": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\Mdm\\PublicProfile",
  "firewall-public-policy": "HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\PublicProfile",
  "logon-policy": "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\System",
  "memory-management": "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management",
  "onedrive-business": "HKCU\\Software\\Microsoft\\OneDrive\\Accounts\\Business1",
  "onedrive-personal": "HKCU\\Software\\Microsoft\\OneDrive\\Accounts\\Personal",
  "policies-system": "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System",
  "power-lock-default":
    "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Power\\PowerSettings\\fea3413e-7e05-4911-9a71-700331f1c294\\0e796bdb-100d-47d6-a2d5-f7d2daa51f51\\DefaultPowerSchemeValues",
  "power-policy": "HKLM\\SOFTWARE\\Policies\\Microsoft\\Power\\PowerSettings",
  "power-schemes": "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Power\\User\\PowerSchemes",
  "power-sleep-default":
    "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Power\\PowerSettings\\238c9fa8-0aad-41ed-83f4-97be242c8f20\\29f6c1db-86da-48c5-9fdb-f2b67b1f44da\\DefaultPowerSchemeValues",
  "power-video-default":
    "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Power\\PowerSettings\\7516b95f-f776-4464-8c53-06167f40cc99\\3c0bc021-c8a8-4e07-a973-6b14cbcb2b7e\\DefaultPowerSchemeValues",
  // The public key that the organisation's policy must be signed with, and where Windows keeps what belongs to all users.
  "preflight-policy": "HKLM\\SOFTWARE\\Policies\\Preflight",
  "profile-list": "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList",
  "reboot-pending": "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending",
  "reboot-required": "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired",
  "remote-assistance": "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Remote Assistance",
  "remote-desktop": "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server",
  "remote-desktop-nla": "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp",
  "remote-desktop-policy": "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services",
  renames: "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager",
  "secure-boot": "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State",
  "service-file-history": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\fhsvc",
  "service-firewall": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\mpssvc",
  "service-remoting": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\WinRM",
  "service-sharing": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer",
  "service-ssh": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\sshd",
  "service-time": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time",
  "service-update": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\wuauserv",
  "service-update-orchestrator": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\UsoSvc",
  servicing: "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing",
  shares: "HKLM\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Shares",
  "time-server": "HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters",
  "update-pause": "HKLM\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings",
  "update-policy": "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU",
  "update-policy-mdm": "HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update",
  "update-policy-root": "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate",
  "update-policy-status": "HKLM\\SOFTWARE\\Microsoft\\WindowsUpdate\\UpdatePolicy\\Settings",
  "updates-volatile": "HKLM\\SOFTWARE\\Microsoft\\Updates",
  "winlogon-auto": "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon",
  "winlogon-grace": "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon",
} as const satisfies Record<string, string>;

export type RegistryKeyId = keyof typeof registryKeys;

/** Keys of which the keys below are read too, as deep as they go. */
export const deepRegistryKeys: readonly RegistryKeyId[] = [
  "enrollments",
  "power-lock-default",
  "power-policy",
  "power-schemes",
  "power-sleep-default",
  "power-video-default",
];

/**
 * Keys of which only these values are read: the others are many, or secret (Winlogon may hold a password, Enrollments the user's address).
 * With a single one also `reg.exe` is asked for it alone.
 */
export const registryValues: { readonly [K in RegistryKeyId]?: readonly [string, ...string[]] } = {
  "internet-settings": ["ProxyEnable", "ProxyServer", "AutoConfigURL", "AutoDetect"],
  "internet-settings-machine": ["ProxyEnable", "ProxyServer", "AutoConfigURL", "AutoDetect"],
  "internet-settings-policy": ["ProxySettingsPerUser"],
  "tcpip-parameters": ["SearchList", "Domain", "DhcpDomain"],
  "dns-client-policy": ["SearchList", "DisableSmartNameResolution"],
  "absent-value": ["Preflight Absent"],
  "device-lock-mdm": ["MaxInactivityTimeDeviceLock", "DevicePasswordEnabled"],
  enrollments: ["EnrollmentState", "ProviderID", "DiscoveryServiceFullURL"],
  "logon-policy": ["AllowDomainDelayLock"],
  "memory-management": ["ExistingPageFiles", "PagingFiles"],
  "power-lock-default": ["AcSettingIndex", "DcSettingIndex"],
  "power-policy": ["ActivePowerScheme", "ACSettingIndex", "DCSettingIndex"],
  "power-schemes": ["ActivePowerScheme", "ACSettingIndex", "DCSettingIndex"],
  "power-sleep-default": ["AcSettingIndex", "DcSettingIndex"],
  "power-video-default": ["AcSettingIndex", "DcSettingIndex"],
  "preflight-policy": ["PolicyPublicKey"],
  "profile-list": ["ProgramData"],
  renames: ["PendingFileRenameOperations"],
  "update-policy-mdm": ["AllowAutoUpdate", "AllowUpdateService", "PauseQualityUpdates", "PauseQualityUpdatesStartTime", "UpdateServiceUrl"],
  "updates-volatile": ["UpdateExeVolatile"],
  "winlogon-auto": ["AutoAdminLogon"],
  "winlogon-grace": ["ScreenSaverGracePeriod"],
};
