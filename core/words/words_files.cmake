# write_words_files(FILE): the languages' files as string literals of a source.
set(words_folder ${CMAKE_CURRENT_LIST_DIR})
set(languages vi en)

function(write_words_files result)
    set(WORDS_FILES "")
    foreach(language IN LISTS languages)
        set(file ${words_folder}/${language}.json)
        file(READ ${file} text)
        # No literal may be longer than 64 KiB: a file becomes one a line, joined by the compiler.
        string(REPLACE "\n" ")words\"\n    R\"words(\n" text "${text}")
        string(APPEND WORDS_FILES "    {\"${language}\", R\"words(${text})words\"},\n")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    endforeach()
    configure_file(${words_folder}/words_files.cpp.in ${result} @ONLY)
endfunction()
