// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/formedit.h"

#include "models/spec/formbuilder.h"
#include "models/spec/formfields.h"
#include "models/spec/replicatype.h"

namespace models {

using namespace Qt::StringLiterals;
using Kind = FormField::Kind;
using Write = FormField::Write;
using k8s::PatchValue;
using k8s::SpecPath;

namespace {

PatchValue string(const QString &text) { return PatchValue::string(text.toStdString()); }

SpecPath joined(SpecPath path, std::initializer_list<k8s::SpecStep> more)
{
    path.insert(path.end(), more);
    return path;
}

/// Carries out one edit step by step: each step works on the text of the one before.
class Editor
{
public:
    Editor(std::shared_ptr<const k8s::SpecText> text, int document, const FormField &field, const FormEdit &edit)
        : m_text(std::move(text))
        , m_document(document)
        , m_field(field)
        , m_edit(edit)
        , m_path(stepsOf(field.write == Write::Gpus ? field.covers.value(0) : field.path))
    {
    }

    bool run()
    {
        switch (m_edit.kind) {
        case FormEdit::Kind::Set:
            return setField();
        case FormEdit::Kind::Clear:
            return clear(m_path);
        case FormEdit::Kind::SetVendor:
            return setVendor();
        case FormEdit::Kind::SetCell:
            return setCell();
        case FormEdit::Kind::AddRow:
            return addRow();
        case FormEdit::Kind::RemoveRow:
            return removeRow();
        case FormEdit::Kind::AddPart:
            return addReplicaType();
        case FormEdit::Kind::RemovePart:
            return clear(replicaType());
        }
        return false;
    }

    std::shared_ptr<const k8s::SpecText> text() const { return m_text; }
    QString problem() const { return m_problem; }

private:
    k8s::SpecValue at(const SpecPath &path) const
    {
        return k8s::valueAt(m_text->parts()[size_t(m_document)].root(), path);
    }

    bool take(const k8s::Patched &patched)
    {
        if (!patched) {
            m_problem = QCoreApplication::translate("Diagnostic", patched.error().format);
            return false;
        }
        m_text = *patched;
        return true;
    }

    bool refuse(const QString &sentence)
    {
        m_problem = sentence;
        return false;
    }

    bool set(const SpecPath &path, const PatchValue &value)
    {
        return take(k8s::setValue(*m_text, m_document, path, value));
    }

    bool clear(const SpecPath &path) { return !at(path).exists() || take(k8s::removeValue(*m_text, m_document, path)); }

    bool setField()
    {
        const QString value = m_edit.value;
        bool isNumber = false;
        (void)value.toLongLong(&isNumber);
        switch (m_field.write) {
        case Write::Words:
            return setWords();
        case Write::Gpus:
            return setGpus();
        case Write::Number:
            return isNumber ? set(m_path, PatchValue::plain(value.toStdString()))
                            : refuse(FormText::tr("This must be a whole number."));
        case Write::Boolean:
            return set(m_path, PatchValue::plain(value == "true"_L1 ? "true" : "false"));
        case Write::Any:
            return set(m_path, isNumber ? PatchValue::plain(value.toStdString()) : string(value));
        case Write::Quantity: {
            const k8s::SpecValue old = at(m_path);
            const bool plain = isNumber && old.exists() && !old.isNull() && !old.isString();
            return set(m_path, plain ? PatchValue::plain(value.toStdString()) : string(value));
        }
        default:
            return set(m_path, string(value));
        }
    }

    /// Only the words that differ are touched.
    bool setWords()
    {
        QStringList words;
        if (!splitWords(m_edit.value, words))
            return refuse(FormText::tr("A quote is open."));
        const k8s::SpecValue list = at(m_path);
        if (!list.isList() || list.size() == 0) {
            std::vector<PatchValue> items;
            for (const QString &word : std::as_const(words))
                items.push_back(string(word));
            return list.isList() ? addWords(words, 0) : set(m_path, PatchValue::list(items));
        }
        const int old = list.size();
        for (int i = 0; i < std::min(old, int(words.size())); ++i) {
            const SpecPath place = joined(m_path, {{.index = i}});
            const k8s::SpecValue word = at(place);
            if (word.string() != words[i] && !set(place, string(words[i])))
                return false;
        }
        for (int i = old - 1; i >= words.size(); --i) {
            if (!take(k8s::removeValue(*m_text, m_document, joined(m_path, {{.index = i}}))))
                return false;
        }
        return addWords(words, old);
    }

    bool addWords(const QStringList &words, int from)
    {
        for (int i = from; i < words.size(); ++i) {
            if (!set(joined(m_path, {{.index = i}}), string(words[i])))
                return false;
        }
        return true;
    }

    SpecPath asked() const { return stepsOf(m_field.covers.value(1)); }

    /// Requests of a device must equal its limits.
    bool setGpus()
    {
        bool isNumber = false;
        const int count = m_edit.value.toInt(&isNumber);
        if (!isNumber)
            return refuse(FormText::tr("This must be a whole number."));
        for (const SpecPath &path : {asked(), m_path}) {
            const k8s::SpecValue old = at(path);
            if (!old.exists() && (path != m_path || count == 0))
                continue;
            if (count == 0 && !clear(path))
                return false;
            const std::string text = std::to_string(count);
            if (count > 0 && !set(path, old.isString() ? PatchValue::string(text) : PatchValue::plain(text)))
                return false;
        }
        return true;
    }

    bool setVendor()
    {
        for (const SpecPath &path : {asked(), m_path}) {
            if (at(path).exists() && !take(k8s::renameKey(*m_text, m_document, path, m_edit.value.toStdString())))
                return false;
        }
        return true;
    }

    bool setCell()
    {
        const SpecPath row = joined(m_path, {{.index = m_edit.row}});
        const bool first = m_edit.column == 0;
        switch (m_field.write) {
        case Write::Environment:
            return set(joined(row, {{.key = first ? "name" : "value"}}), string(m_edit.value));
        case Write::Tolerations:
            return set(joined(row, {{.key = first ? "key" : "effect"}}), string(m_edit.value));
        case Write::Labels: {
            const k8s::SpecValue entry = at(m_path).at(m_edit.row);
            if (!entry.exists())
                return refuse(FormText::tr("The entry is gone."));
            const SpecPath place = joined(m_path, {{.key = std::string(entry.key())}});
            return first ? take(k8s::renameKey(*m_text, m_document, place, m_edit.value.toStdString()))
                         : set(place, string(m_edit.value));
        }
        case Write::Volumes:
            return first ? set(joined(row, {{.key = "mountPath"}}), string(m_edit.value)) : setVolumeSource();
        default:
            return false;
        }
    }

    bool setVolumeSource()
    {
        const SpecPath volumes = volumesBeside(m_path);
        const int index = volumeOf(at(volumes), at(m_path).at(m_edit.row));
        const SpecPath volume = joined(volumes, {{.index = index}});
        const k8s::SpecValue value = at(volume);
        for (const auto &[type, key] : {std::pair {"persistentVolumeClaim", "claimName"},
                                        {"emptyDir", "sizeLimit"},
                                        {"configMap", "name"},
                                        {"secret", "secretName"}}) {
            if (value[type].exists())
                return set(joined(volume, {{.key = type}, {.key = key}}), string(m_edit.value));
        }
        return refuse(FormText::tr("Edit this volume in the YAML."));
    }

    QString freeName(const QString &wish, const std::function<bool(const std::string &)> &taken) const
    {
        QString name = wish;
        for (int i = 2; taken(name.toStdString()); ++i)
            name = u"%1-%2"_s.arg(wish).arg(i);
        return name;
    }

    bool addRow()
    {
        const k8s::SpecValue rows = at(m_path);
        const SpecPath next = joined(m_path, {{.index = rows.size()}});
        const QString first = m_field.newRow.value(0), second = m_field.newRow.value(1);
        switch (m_field.write) {
        case Write::Environment:
            return set(next, PatchValue::map({{"name", string(first)}, {"value", string(second)}}));
        case Write::Tolerations:
            return set(next,
                       PatchValue::map(
                           {{"key", string(first)}, {"operator", string(u"Exists"_s)}, {"effect", string(second)}}));
        case Write::Labels: {
            const QString key = freeName(first, [&](const std::string &name) { return rows[name].exists(); });
            return set(joined(m_path, {{.key = key.toStdString()}}), string(second));
        }
        case Write::Volumes:
            return addVolume(next);
        default:
            return false;
        }
    }

    bool addVolume(const SpecPath &mount)
    {
        const SpecPath volumes = volumesBeside(m_path);
        const bool memory = m_edit.value == "memory"_L1;
        const k8s::SpecValue all = at(volumes);
        const QString name = freeName(memory ? u"dshm"_s : u"data"_s, [&](const std::string &wish) {
            for (k8s::SpecValue volume : all) {
                if (volume["name"].text() == wish)
                    return true;
            }
            return false;
        });
        const PatchValue content = memory
            ? PatchValue::map({{"medium", string(u"Memory"_s)}, {"sizeLimit", string(u"1Gi"_s)}})
            : PatchValue::map({{"claimName", string(name)}});
        const PatchValue volume
            = PatchValue::map({{"name", string(name)}, {memory ? "emptyDir" : "persistentVolumeClaim", content}});
        const QString path = memory ? u"/dev/shm"_s : u"/"_s + name;
        return set(joined(volumes, {{.index = all.size()}}), volume)
            && set(mount, PatchValue::map({{"name", string(name)}, {"mountPath", string(path)}}));
    }

    bool isMounted(const SpecPath &containers, std::string_view volume) const
    {
        for (k8s::SpecValue container : at(containers)) {
            for (k8s::SpecValue mount : container["volumeMounts"]) {
                if (mount["name"].text() == volume)
                    return true;
            }
        }
        return false;
    }

    bool removeRow()
    {
        if (m_field.write == Write::Labels) {
            const k8s::SpecValue entry = at(m_path).at(m_edit.row);
            return entry.exists() && clear(joined(m_path, {{.key = std::string(entry.key())}}));
        }
        const SpecPath row = joined(m_path, {{.index = m_edit.row}});
        const std::string name(at(row)["name"].text());
        if (!clear(row) || m_field.write != Write::Volumes)
            return m_problem.isEmpty();
        // A volume that nothing mounts any more goes too.
        const SpecPath volumes = volumesBeside(m_path);
        SpecPath pod(volumes.begin(), volumes.end() - 1);
        if (isMounted(joined(pod, {{.key = "containers"}}), name)
            || isMounted(joined(pod, {{.key = "initContainers"}}), name))
            return true;
        int index = 0;
        for (k8s::SpecValue volume : at(volumes)) {
            if (volume["name"].text() == name)
                return clear(joined(volumes, {{.index = index}}));
            ++index;
        }
        return true;
    }

    SpecPath replicaType() const
    {
        return joined(stepsOf(m_field.path.section(u'#', 0, 0)), {{.key = m_edit.value.toStdString()}});
    }

    bool addReplicaType()
    {
        const k8s::SpecValue root = at({});
        const auto *framework = k8s::frameworkOf(root["apiVersion"].text(), root["kind"].text());
        return framework && m_field.choices.contains(m_edit.value)
            && set(replicaType(), newReplicaType(*framework, root));
    }

    std::shared_ptr<const k8s::SpecText> m_text;
    int m_document;
    const FormField &m_field;
    const FormEdit &m_edit;
    SpecPath m_path;
    QString m_problem;
};

} // namespace

std::expected<std::shared_ptr<const k8s::SpecText>, QString>
editForm(const std::shared_ptr<const k8s::SpecText> &text, int document, const FormField &field, const FormEdit &edit)
{
    if (!text || document < 0 || size_t(document) >= text->parts().size())
        return std::unexpected(FormText::tr("The document is gone."));
    if (!field.lockedBecause.isEmpty())
        return std::unexpected(field.lockedBecause);
    Editor editor(text, document, field, edit);
    if (!editor.run())
        return std::unexpected(editor.problem().isEmpty() ? FormText::tr("Edit this in the YAML.") : editor.problem());
    return editor.text();
}

} // namespace models
