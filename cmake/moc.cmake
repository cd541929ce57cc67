# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DMOC=... -DROOT=... -DOUTPUT=... -P moc.cmake HEADER...: what moc makes of all headers, in one file.
# Without folders to look into moc passes over Qt's headers, of which it needs nothing: 5 ms a file instead of 400.
set(text "")
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE 0 ${last})
    set(header "${CMAKE_ARGV${i}}")
    if(header MATCHES "\\.h$")
        file(RELATIVE_PATH name ${ROOT} ${header})
        execute_process(COMMAND ${MOC} --no-notes -f${name} ${header} OUTPUT_VARIABLE made COMMAND_ERROR_IS_FATAL ANY)
        string(APPEND text "${made}")
    endif()
endforeach()
file(WRITE ${OUTPUT} "${text}")
