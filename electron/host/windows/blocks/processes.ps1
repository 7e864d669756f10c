$all=@([Diagnostics.Process]::GetProcesses())
@{count=$all.Count;names=@($all|ForEach-Object{[string]$_.ProcessName}|Sort-Object -Unique)}
