# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the tree has in common, and the three functions that make targets.

option(PILOTHOUSE_TESTS "Build the tests" ON)
option(PILOTHOUSE_FUZZ "Build the fuzzers (needs clang)" OFF)
option(PILOTHOUSE_WERROR "Treat warnings as errors" OFF)
set(PILOTHOUSE_SANITIZE "" CACHE STRING "Value for -fsanitize=, e.g. address,undefined or thread")

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(CCACHE ccache)
if(CCACHE)
    # Precompiled headers need the two sloppiness flags to be cacheable at all.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
    set(CMAKE_LINKER_TYPE MOLD)
endif()

find_package(Qt6 6.8 REQUIRED COMPONENTS Core Gui Widgets Charts Svg SvgWidgets Sql Network Test LinguistTools)
# It would put the folder of the checkout into each command of a test, and so keep the compiler cache from being shared by clones.
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
find_package(KF6SyntaxHighlighting 6.13 REQUIRED)
find_package(CURL 8 REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(simdjson REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)

add_library(pilothouse_options INTERFACE)
target_include_directories(pilothouse_options INTERFACE ${PROJECT_SOURCE_DIR})
# Where several files are compiled as one, GCC takes the classes of all but one for classes of a header (subobject-linkage).
# GCC 14 takes the empty half of a std::optional for uninitialized once it inlines; the sanitizers look for the real ones.
target_compile_options(pilothouse_options INTERFACE -Wall -Wextra -Wpedantic
    $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local;-Wno-maybe-uninitialized;-Wno-subobject-linkage>
    # Of a file that is long, GCC inlines less: eight joined ones would read metrics from a log a tenth slower.
    $<$<CXX_COMPILER_ID:GNU>:--param=large-unit-insns=200000> $<$<BOOL:${PILOTHOUSE_WERROR}>:-Werror>
    # What the optimiser guesses about memory is shown, but is wrong too often inside the standard library to stop a build.
    $<$<AND:$<BOOL:${PILOTHOUSE_WERROR}>,$<CXX_COMPILER_ID:GNU>>:-Wno-error=array-bounds;-Wno-error=stringop-overflow;-Wno-error=stringop-overread;-Wno-error=dangling-pointer;-Wno-error=free-nonheap-object;-Wno-error=restrict;-Wno-error=null-dereference;-Wno-error=use-after-free>)
target_compile_definitions(pilothouse_options INTERFACE
    PILOTHOUSE_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_UP_TO=0x060800)
if(PILOTHOUSE_SANITIZE)
    target_compile_options(pilothouse_options INTERFACE -fsanitize=${PILOTHOUSE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(pilothouse_options INTERFACE -fsanitize=${PILOTHOUSE_SANITIZE})
endif()

# Two precompiled headers for the whole tree: code that may not know of a screen, code that paints. Tests have their own.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/pch.cpp CONTENT "// makes a target of a precompiled header\n")
foreach(pch core gui)
    add_library(pilothouse_pch_${pch} OBJECT ${CMAKE_BINARY_DIR}/pch.cpp)
    target_precompile_headers(pilothouse_pch_${pch} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/pch_${pch}.h)
    target_link_libraries(pilothouse_pch_${pch} PRIVATE pilothouse_options Qt6::Core)
endforeach()
target_compile_definitions(pilothouse_pch_core PRIVATE QT_NO_CAST_FROM_ASCII)
target_compile_definitions(pilothouse_pch_gui PRIVATE QT_NO_CAST_FROM_ASCII)
target_link_libraries(pilothouse_pch_gui PRIVATE Qt6::Gui Qt6::Widgets Qt6::Charts)

# pilothouse_moc(RESULT TARGET SOURCE...): what moc makes of the headers becomes one more source, named in RESULT; of a source that
# includes "<its name>.moc", that file. CMake's AUTOMOC does the same but lets moc read all of Qt's headers, and compiles an empty
# file for each test: together a fifth of a build from nothing.
function(pilothouse_moc result target)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/moc)
    set(all_made "")
    set(headers ${ARGN})
    list(FILTER headers INCLUDE REGEX "\\.h$")
    list(TRANSFORM headers REPLACE "^([^/].*)" "${CMAKE_CURRENT_SOURCE_DIR}/\\1")
    if(headers)
        set(made ${folder}/${target}.cpp)
        add_custom_command(OUTPUT ${made} DEPENDS ${headers} ${PROJECT_SOURCE_DIR}/cmake/moc.cmake DEPENDS_EXPLICIT_ONLY COMMENT "moc of ${target}"
            COMMAND ${CMAKE_COMMAND} -DMOC=$<TARGET_FILE:Qt6::moc> -DROOT=${PROJECT_SOURCE_DIR} -DOUTPUT=${made} -P ${PROJECT_SOURCE_DIR}/cmake/moc.cmake ${headers})
        list(APPEND all_made ${made})
    endif()
    foreach(source IN LISTS ARGN)
        get_filename_component(name ${source} NAME_WE)
        if(source MATCHES "\\.cpp$" AND EXISTS ${source})
            file(STRINGS ${source} includes_moc REGEX "^#include \"${name}\\.moc\"" LIMIT_COUNT 1)
            if(includes_moc)
                add_custom_command(OUTPUT ${folder}/${name}.moc DEPENDS ${source} DEPENDS_EXPLICIT_ONLY COMMENT "moc of ${name}.cpp"
                    COMMAND Qt6::moc --no-notes ${source} -o ${folder}/${name}.moc)
                list(APPEND all_made ${folder}/${name}.moc)
            endif()
        endif()
    endforeach()
    set(${result} ${all_made} PARENT_SCOPE)
endfunction()

# pilothouse_add_module(<layer>_<folder> [GUI] [SOURCES ...] [LINKS ...] [APART ...])
# A module is one folder: a static library Pilothouse::<name> of all its .cpp and .h files (or of SOURCES).
# Layers are made of modules, and a module links only what it may name, so a wrong include does not link.
# Eight files are compiled as one (docs/adr/0008): APART names those that may not, for they use the same names for their own
# things.
function(pilothouse_add_module name)
    cmake_parse_arguments(PARSE_ARGV 1 module "GUI" "" "SOURCES;LINKS;APART")
    if(NOT module_SOURCES)
        string(REGEX REPLACE "^[^_]+_" "" folder ${name})
        file(GLOB module_SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.h)
    endif()
    if(NOT "${module_SOURCES}" MATCHES "\\.cpp")
        list(APPEND module_SOURCES ${CMAKE_BINARY_DIR}/pch.cpp) # headers only
    endif()
    set(apart "")
    if(module_APART)
        file(GLOB apart CONFIGURE_DEPENDS ${module_APART})
    endif()
    if(apart)
        set_source_files_properties(${apart} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
    pilothouse_moc(made pilothouse_${name} ${module_SOURCES})
    add_library(pilothouse_${name} STATIC ${made} ${module_SOURCES})
    target_include_directories(pilothouse_${name} SYSTEM PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc)
    add_library(Pilothouse::${name} ALIAS pilothouse_${name})
    set_property(GLOBAL APPEND PROPERTY PILOTHOUSE_MODULES pilothouse_${name}) # whose texts are translated
    target_compile_definitions(pilothouse_${name} PRIVATE QT_NO_CAST_FROM_ASCII)
    if(module_GUI)
        target_link_libraries(pilothouse_${name} PUBLIC pilothouse_options Qt6::Core Qt6::Gui Qt6::Widgets Qt6::Charts ${module_LINKS})
        target_precompile_headers(pilothouse_${name} REUSE_FROM pilothouse_pch_gui)
    else()
        target_link_libraries(pilothouse_${name} PUBLIC pilothouse_options Qt6::Core ${module_LINKS})
        target_precompile_headers(pilothouse_${name} REUSE_FROM pilothouse_pch_core)
    endif()
endfunction()

# pilothouse_add_test(FILE): one file, one executable, one ctest entry. The file's first lines say what it links:
#   // links: models_tables k8s_core        (modules, without the Pilothouse:: prefix)
#   // label: cluster                        (optional: cluster = needs the sandbox; bench = only with ctest -C Benchmark)
function(pilothouse_add_test file)
    get_filename_component(name ${file} NAME_WE)
    file(STRINGS ${file} head REGEX "^// (links|label|timeout): " LIMIT_COUNT 4)
    set(links "")
    set(label unit)
    set(timeout 60)
    foreach(line IN LISTS head)
        if(line MATCHES "^// links: (.*)$")
            separate_arguments(modules UNIX_COMMAND "${CMAKE_MATCH_1}")
            foreach(module IN LISTS modules)
                list(APPEND links Pilothouse::${module})
            endforeach()
        elseif(line MATCHES "^// label: (.*)$")
            set(label ${CMAKE_MATCH_1})
        elseif(line MATCHES "^// timeout: (.*)$")
            set(timeout ${CMAKE_MATCH_1})
        endif()
    endforeach()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    pilothouse_moc(made ${name} ${file})
    add_executable(${name} ${file} ${made})
    target_include_directories(${name} SYSTEM PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc)
    target_link_libraries(${name} PRIVATE Qt6::Test ${links} pilothouse_options)
    # Qt's tester of models names types of Gui, and warns in a program that is without it: such a test takes QTEST_MAIN.
    file(STRINGS ${file} tests_models REGEX "<QAbstractItemModelTester>" LIMIT_COUNT 1)
    if(tests_models)
        target_link_libraries(${name} PRIVATE Qt6::Gui)
    endif()
    target_precompile_headers(${name} REUSE_FROM pilothouse_pch_test)
    # Only where it is named: with the folder in its command a file is compiled anew in each clone, whatever the compiler cache holds.
    file(STRINGS ${file} names_folders REGEX "(SOURCE|BINARY)_DIR" LIMIT_COUNT 1)
    if(names_folders)
        target_compile_definitions(${name} PRIVATE SOURCE_DIR="${PROJECT_SOURCE_DIR}" BINARY_DIR="${CMAKE_BINARY_DIR}")
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests UNITY_BUILD OFF)
    if(label STREQUAL "bench")
        add_test(NAME ${name} CONFIGURATIONS Benchmark COMMAND ${name})
    else()
        add_test(NAME ${name} COMMAND ${name})
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${timeout} LABELS "${label}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_FORCE_STDERR_LOGGING=1;UBSAN_OPTIONS=print_stacktrace=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/cmake/lsan.supp;TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/cmake/tsan.supp")
endfunction()
