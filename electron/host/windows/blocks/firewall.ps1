# 1 domain, 2 private, 4 public. https://learn.microsoft.com/windows/win32/api/netfw/nn-netfw-inetfwpolicy2
$policy=New-Object -ComObject HNetCfg.FwPolicy2
$profiles=@{}
foreach($type in 1,2,4){
 $profiles[[string]$type]=@{
  enabled=[bool]$policy.FirewallEnabled($type)
  excluded=@($policy.ExcludedInterfaces($type)|Where-Object{$_}|ForEach-Object{[string]$_})
 }
}
@{current=[int]$policy.CurrentProfileTypes;profiles=$profiles}
