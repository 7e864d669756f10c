# Windows' own VPN connections (of the user, and of all users, where device tunnels are), and services of other clients. Without a phone book
# (Always On VPN has its own in _hiddenPbk) there is no connection, and the slow module is not loaded. https://learn.microsoft.com/powershell/module/vpnclient/get-vpnconnection
$problem=$null;$found=@()
foreach($all in $false,$true){
$folder=[Environment]::GetFolderPath($(if($all){'CommonApplicationData'}else{'ApplicationData'}))+'\Microsoft\Network\Connections\Pbk'
if(Get-ChildItem -LiteralPath $folder -Filter rasphone.pbk -Recurse -Force -ErrorAction SilentlyContinue){try{
$found+=@($(if($all){Get-VpnConnection -AllUserConnection}else{Get-VpnConnection})|ForEach-Object{
@{name=[string]$_.Name;everyone=$all;tunnel=[string]$_.TunnelType;auth=@($_.AuthenticationMethod|ForEach-Object{[string]$_})
status=[string]$_.ConnectionStatus;split=[bool]$_.SplitTunneling}})
}catch{$problem=[string]$_.Exception.GetType().FullName}}}
@{connections=$found;problem=$problem
services=@(Get-Service -Name 'vpnagent','csc_vpnagent','pangps','fa_scheduler','zsaservice','zsatunnel','stagentsvc','cloudflarewarp','tracsrvwrapper','appgate sdp service','pulsesecureservice','dsaccessservice','sonicwall_netextender','nsverctl','sevpnclient','scvpn','openvpnserviceinteractive','openvpnservice','wireguardtunnel$*','nordvpn-service','protonvpn service','mullvadvpn','tailscale','zerotieroneservice','netbird','hamachi2svc','rvcontrolsvc' -ErrorAction SilentlyContinue|ForEach-Object{@{name=[string]$_.Name;status=[int]$_.Status}})}
