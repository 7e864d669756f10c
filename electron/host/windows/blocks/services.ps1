# Stopped and not installed are told apart by the list. Numbers of ServiceControllerStatus: 1 stopped, 4 running.
$names='mpssvc','sshd','WinRM','LanmanServer','TermService','TeamViewer','AnyDesk','chromoting','RustDesk','SplashtopRemoteService','vncserver','tvnserver','uvnc_service','LogMeIn'
@{services=@(Get-Service -Name $names -ErrorAction SilentlyContinue|ForEach-Object{@{name=[string]$_.Name;status=[int]$_.Status}})}
