# 1 domain, 2 private, 4 public. https://learn.microsoft.com/windows/win32/api/netfw/nn-netfw-inetfwpolicy2
# What Windows does not tell stays empty: [int] would make 'blocks' of it.
$policy=New-Object -ComObject HNetCfg.FwPolicy2
$profiles=@{}
foreach($type in 1,2,4){
 $profiles[[string]$type]=@{
  enabled=[bool]$policy.FirewallEnabled($type)
  excluded=@($policy.ExcludedInterfaces($type)|Where-Object{$_}|ForEach-Object{[string]$_})
  inbound=$policy.DefaultInboundAction($type)
  shield=$policy.BlockAllInboundTraffic($type)
 }
}
@{current=[int]$policy.CurrentProfileTypes;profiles=$profiles}
