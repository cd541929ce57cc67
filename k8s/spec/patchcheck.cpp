// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/patchcheck.h"

#include <algorithm>

namespace k8s {

namespace {

bool isStep(SpecValue entry, int place, const SpecStep &step)
{
    return step.isIndex() ? place == step.index : entry.key() == step.key;
}

bool matches(SpecValue written, const PatchValue &value)
{
    switch (value.kind) {
    case PatchValue::Kind::String:
        return written.isString() && written.text() == value.text;
    case PatchValue::Kind::Plain:
        return written.isScalar() && !written.isString() && written.text() == value.text;
    case PatchValue::Kind::Map: {
        if (!written.isMap() || size_t(written.size()) != value.members.size())
            return false;
        size_t i = 0;
        for (SpecValue child : written) {
            const auto &[key, wanted] = value.members[i++];
            if (child.key() != key || !matches(child, wanted))
                return false;
        }
        return true;
    }
    case PatchValue::Kind::List:
        break;
    }
    if (!written.isList() || size_t(written.size()) != value.items.size())
        return false;
    size_t i = 0;
    for (SpecValue child : written) {
        if (!matches(child, value.items[i++]))
            return false;
    }
    return true;
}

/// The value with what of the path had to be made around it.
PatchValue wrapped(const SpecPath &path, size_t from, const PatchValue &value)
{
    PatchValue result = value;
    for (size_t i = path.size(); i > from; --i) {
        const SpecStep &step = path[i - 1];
        result = step.isIndex() ? PatchValue::list({result}) : PatchValue::map({{step.key, result}});
    }
    return result;
}

/// Walks both trees along the path; whatever lies beside it must be the same.
class Comparison
{
public:
    explicit Comparison(const IntendedPatch &intended)
        : m_intended(intended)
        , m_path(intended.path)
    {
    }

    bool along(SpecValue before, SpecValue after, size_t depth) const
    {
        if (depth == m_path.size())
            return m_intended.kind == IntendedPatch::Kind::Set && matches(after, *m_intended.value);
        if (before.isNull() || (before.size() == 0 && before.exists() && !before.isScalar()))
            return m_intended.kind == IntendedPatch::Kind::Set
                && matches(after, wrapped(m_path, depth, *m_intended.value));
        if (before.kind() != after.kind() || before.isScalar() || before.key() != after.key())
            return false;
        return entries(before, after, depth);
    }

private:
    bool entries(SpecValue before, SpecValue after, size_t depth) const
    {
        const SpecStep &step = m_path[depth];
        const bool last = depth + 1 == m_path.size();
        SpecValue old = before.firstChild(), now = after.firstChild();
        bool found = false;
        for (int place = 0; old.exists(); ++place, old = old.next()) {
            if (isStep(old, place, step)) {
                found = true;
                if (last && m_intended.kind == IntendedPatch::Kind::Remove)
                    continue; // it is gone: the next of the new ones belongs to the next of the old
                if (!onThePath(old, now, depth, last))
                    return false;
            } else if (!found && isNew(now, step, depth)) {
                found = true;
                now = now.next();
                if (!sameEntry(old, now))
                    return false;
            } else if (!sameEntry(old, now)) {
                return false;
            }
            now = now.next();
        }
        if (!found && isNew(now, step, depth))
            return !now.next().exists();
        return found && !now.exists();
    }

    bool onThePath(SpecValue old, SpecValue now, size_t depth, bool last) const
    {
        if (last && m_intended.kind == IntendedPatch::Kind::Rename)
            return now.exists() && now.key() == m_intended.key && sameValue(old, now);
        return now.exists() && old.key() == now.key() && along(old, now, depth + 1);
    }

    bool isNew(SpecValue now, const SpecStep &step, size_t depth) const
    {
        return m_intended.kind == IntendedPatch::Kind::Set && now.exists()
            && (step.isIndex() ? now.indexInParent() == step.index : now.key() == step.key)
            && matches(now, wrapped(m_path, depth + 1, *m_intended.value));
    }

    static bool sameEntry(SpecValue old, SpecValue now)
    {
        return now.exists() && old.key() == now.key() && sameValue(old, now);
    }

    const IntendedPatch &m_intended;
    const SpecPath &m_path;
};

auto errorCount(const SpecText &text)
{
    return std::ranges::count(text.diagnostics(), Diagnostic::Severity::Error, &Diagnostic::severity);
}

} // namespace

bool sameValue(SpecValue left, SpecValue right)
{
    if (left.kind() != right.kind() || left.size() != right.size() || left.text() != right.text())
        return false;
    SpecValue other = right.firstChild();
    for (SpecValue child : left) {
        if (child.key() != other.key() || !sameValue(child, other))
            return false;
        other = other.next();
    }
    return true;
}

bool isAsIntended(const SpecText &before, const SpecText &after, const IntendedPatch &intended)
{
    if (before.parts().size() != after.parts().size() || errorCount(after) > errorCount(before))
        return false;
    for (size_t i = 0; i < before.parts().size(); ++i) {
        const SpecValue old = before.parts()[i].root(), now = after.parts()[i].root();
        const bool fits = int(i) == intended.part ? Comparison(intended).along(old, now, 0) : sameValue(old, now);
        if (!fits)
            return false;
    }
    return true;
}

} // namespace k8s
