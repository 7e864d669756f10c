@echo off
rem The command line of Preflight, with the Node of this PC.
where node >nul 2>nul
if errorlevel 1 (
  echo preflight: Node.js 20.19 or newer is needed 1>&2
  exit /b 127
)
node "%~dp0dist\preflight.js" %*
