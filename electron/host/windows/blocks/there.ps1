# Is this program (of a registered product, or a screen saver) on this PC? Variables in its path (%ProgramFiles%) are the machine's own, not those of
# this process. null: no path of a program (windowsdefender:), or a folder that may not be looked into.
function There($path){
 if(!$global:roots){$global:roots=@{};try{
  $own='Registry::HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\'
  $c=Get-ItemProperty -LiteralPath ($own+'Windows\CurrentVersion')
  $w=[string](Get-ItemProperty -LiteralPath ($own+'Windows NT\CurrentVersion')).SystemRoot
  $d=(Get-Item -LiteralPath ($own+'Windows NT\CurrentVersion\ProfileList')).GetValue('ProgramData','','DoNotExpandEnvironmentNames')
  $global:roots=@{ProgramFiles=$c.ProgramFilesDir;ProgramW6432=$c.ProgramFilesDir;'ProgramFiles(x86)'=$c.'ProgramFilesDir (x86)';CommonProgramFiles=$c.CommonFilesDir;'CommonProgramFiles(x86)'=$c.'CommonFilesDir (x86)';SystemRoot=$w;windir=$w;SystemDrive=$w.Substring(0,2);ProgramData=$d;ALLUSERSPROFILE=$d}
 }catch{}}
 $full=([string]$path).Trim([char]34,[char]32)
 foreach($round in 1,2){foreach($name in $global:roots.Keys){$full=$full -replace [regex]::Escape('%'+$name+'%'),([string]$global:roots[$name]).Replace('$','$$')}}
 if($full -match '^[^\\/:%]+\.scr$'){$full=[string]$global:roots.SystemRoot+'\System32\'+$full}
 if($full -notmatch '^[A-Za-z]:\\[^%]+\.(exe|scr)$'){return $null}
 try{$null=[IO.File]::GetAttributes($full);$true}
 catch{$e=$_.Exception;while($e.InnerException){$e=$e.InnerException};if($e -is [IO.FileNotFoundException] -or $e -is [IO.DirectoryNotFoundException]){$false}else{$null}}
}
