@echo off
rem Runs Corridor's command line on Windows. "dotnet run" builds when needed; it is slower to start than ./corridor.
dotnet run --project "%~dp0src\Corridor.Cli" --configuration Release --verbosity quiet -- %*
exit /b %ERRORLEVEL%
