@echo off
rem The command line of Preflight, with the Node of this PC: looked for on the path alone and started by its whole name. cmd would take one of the
rem current folder first, and a folder of downloads may hold anything.
setlocal
set "found="
for %%I in (node.exe) do set "found=%%~$PATH:I"
if not defined found (
  echo preflight: Node.js 20.19 or newer is needed 1>&2
  exit /b 127
)
"%found%" "%~dp0dist\preflight.js" %*
exit /b %errorlevel%
