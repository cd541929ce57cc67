// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/document.h"

#include <expected>
#include <utility>

namespace k8s {

/// One step of a path through a document: a key of a map, or the place of a list entry.
struct SpecStep
{
    std::string key {};
    int index = -1; ///< of a list entry; -1: a key

    bool isIndex() const { return index >= 0; }
    bool operator==(const SpecStep &) const = default;
};
using SpecPath = std::vector<SpecStep>;

/// The steps from the root to a value.
SpecPath pathOf(SpecValue value);
/// What stands at a path; does not exist if nothing does.
SpecValue valueAt(SpecValue root, const SpecPath &path);

/// A value that is to be written.
struct PatchValue
{
    enum class Kind
    {
        String, ///< must read back as a string
        Plain, ///< a number, true or false: must not read back as a string
        Map,
        List
    };
    using Members = std::vector<std::pair<std::string, PatchValue>>;

    Kind kind;
    std::string text;
    Members members;
    std::vector<PatchValue> items;

    /// Written out, because clang asks for the pairs of members before this class is complete if it makes one itself.
    explicit PatchValue(Kind kind = Kind::String, std::string text = {})
        : kind(kind)
        , text(std::move(text))
    {
    }
    static PatchValue string(std::string text) { return PatchValue(Kind::String, std::move(text)); }
    static PatchValue plain(std::string text) { return PatchValue(Kind::Plain, std::move(text)); }
    static PatchValue map(Members members)
    {
        PatchValue value(Kind::Map);
        value.members = std::move(members);
        return value;
    }
    static PatchValue list(std::vector<PatchValue> items)
    {
        PatchValue value(Kind::List);
        value.items = std::move(items);
        return value;
    }
    bool isScalar() const { return kind == Kind::String || kind == Kind::Plain; }
};

/// The text after an edit, parsed, or a sentence that says why the edit was refused.
using Patched = std::expected<std::shared_ptr<const SpecText>, Message>;

/// Edits of a YAML text in place. Each changes only what it is about: comments, order, quoting, line ends and all other
/// documents stay. The result is parsed again and compared with what was meant; an edit that would change anything else
/// is refused. Works in block and flow style. Pure; any thread; costs two walks and one parse of the text.

/// Gives the value at the path another scalar, or creates it and what of the path is missing. An index one behind the
/// end of a list appends to it. A list or map that exists is not replaced.
Patched setValue(const SpecText &text, int part, const SpecPath &path, const PatchValue &value);
/// Takes a key with the comment lines directly above it, or a list entry. A map or list that loses its last entry stays
/// as {} or [].
Patched removeValue(const SpecText &text, int part, const SpecPath &path);
/// Gives a key of a map another name.
Patched renameKey(const SpecText &text, int part, const SpecPath &path, const std::string &key);

/// Both values read the same: kinds, texts, keys and order.
bool sameValue(SpecValue left, SpecValue right);

} // namespace k8s
