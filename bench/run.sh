#!/bin/sh
cd "$(dirname "$0")/.." && C=/work/shared/flee/cases
dotnet run --project bench/Corridor.Skill -c Release -- $C/mali2012 $C/burundi $C/car $C/ssudan $C/ethiopia $C/mali2017_adm1 examples/mosul-2016 "$@"
