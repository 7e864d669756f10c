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
# Rules that name neither a program nor a port (what fills pages is a list of addresses). `rules`: null where they could not be read.
$rules=@()
try{foreach($place in @('local','SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules'),@('policy','SOFTWARE\Policies\Microsoft\WindowsFirewall\FirewallRules'),@('mdm','SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\Mdm\FirewallRules')){
 $path='Registry::HKEY_LOCAL_MACHINE\'+$place[1]
 if(!(Test-Path -LiteralPath $path)){continue}
 $key=Get-Item -LiteralPath $path
 foreach($name in $key.GetValueNames()){
  $rule=[string]$key.GetValue($name)
  if($rule.Length -lt 4000 -and $rule -match '\|Action=Allow\|' -and $rule -match '\|Active=TRUE\|' -and $rule -match '\|Dir=In\|' -and $rule -notmatch '\|(App|Svc|AppPkgId|LPort|RPort|ICMP|IFType)[^=|]*='){$rules+=@{from=$place[0];rule=$rule}}
 }
}}catch{$rules=$null}
@{current=[int]$policy.CurrentProfileTypes;profiles=$profiles;rules=$rules}
