# What Windows itself says of its connections (WinRT; needs no location permission). Profiles that carry nothing (level 0) are saved ones.
# https://learn.microsoft.com/uwp/api/windows.networking.connectivity.networkinformation
$type='Windows.Networking.Connectivity.NetworkInformation,Windows.Networking.Connectivity,ContentType=WindowsRuntime'
$info=[Type]::GetType($type)
if(!$info){$info=$type -as [type]}
$read={param($p)
$ssid=$null;$bars=$null;$auth=1;$enc=1;$cost=0;$domain=0
if($p.IsWlanConnectionProfile){try{$ssid=[string]$p.WlanConnectionProfileDetails.GetConnectedSsid()}catch{}}
# 1 is "not known"; [int] would make 0 of nothing, and 0 with 0 is an open network.
try{$a=$p.NetworkSecuritySettings.NetworkAuthenticationType;$e=$p.NetworkSecuritySettings.NetworkEncryptionType;if($null -ne $a -and $null -ne $e){$auth=[int]$a;$enc=[int]$e}}catch{}
try{$bars=$p.GetSignalBars()}catch{}
try{$cost=[int]$p.GetConnectionCost().NetworkCostType}catch{}
try{$domain=[int]$p.GetDomainConnectivityLevel()}catch{}
@{name=[string]$p.ProfileName;wlan=[bool]$p.IsWlanConnectionProfile;wwan=[bool]$p.IsWwanConnectionProfile;ssid=$ssid;auth=$auth;enc=$enc;bars=$bars
level=[int]$p.GetNetworkConnectivityLevel();cost=$cost;iana=[int]$p.NetworkAdapter.IanaInterfaceType;adapter=[string]$p.NetworkAdapter.NetworkAdapterId;domain=$domain}}
$main=$info::GetInternetConnectionProfile()
@{profiles=@($info::GetConnectionProfiles()|Where-Object{[int]$_.GetNetworkConnectivityLevel() -gt 0}|ForEach-Object{& $read $_})
internet=$(if($main){& $read $main}else{$null})}
