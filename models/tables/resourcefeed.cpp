// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/resourcefeed.h"

#include "k8s/watch/reflector.h"

namespace models {
namespace {

/// The same few words (Running, a node's name, a namespace) stand in thousands of rows: they share their memory.
class Interner
{
public:
    QString operator()(const QString &text)
    {
        if (text.size() > 64)
            return text;
        if (m_words.size() > 20000)
            m_words.clear();
        return *m_words.insert(text);
    }

private:
    QSet<QString> m_words;
};

Row project(const k8s::JsonView &object, const TableColumns &columns, Interner &intern)
{
    const auto metadata = object["metadata"];
    Row row {
        metadata["uid"].string(), intern(metadata["namespace"].string()), metadata["name"].string(), {}, nullptr, {}};
    row.cells.reserve(columns.size());
    for (const auto &column : columns) {
        Cell cell = column.cell ? column.cell(object) : Cell();
        cell.text = cell.text == row.name ? row.name : intern(cell.text);
        row.cells.append(std::move(cell));
    }
    return row;
}

} // namespace

ResourceFeed::ResourceFeed(k8s::ResourceType type, TableColumns columns, const KindDescriptor *kind, QObject *parent)
    : QObject(parent)
    , m_type(std::move(type))
    , m_kind(kind)
    , m_accept(std::make_shared<Accept>())
{
    m_mailbox = std::make_shared<Mailbox<Row>>(
        [columns = std::move(columns), rowType = m_type, rowKind = kind, accept = m_accept,
         intern = Interner()](const k8s::JsonView &object) mutable -> std::optional<Row> {
            if (*accept && !(*accept)(object))
                return std::nullopt;
            Row row = models::project(object, columns, intern);
            row.kind = rowKind;
            row.type = rowType;
            return row;
        });
    m_mailbox->open(this, [this](Delivery<Row> delivery) {
        if (!delivery.upserts.isEmpty() || !delivery.removedUids.isEmpty())
            emit batch(delivery.upserts, delivery.removedUids);
        if (delivery.state)
            emit stateChanged(*delivery.state, delivery.error);
    });
}

ResourceFeed::~ResourceFeed()
{
    stop();
    m_mailbox->close();
}

void ResourceFeed::setAccept(Accept accept) { *m_accept = std::move(accept); }

void ResourceFeed::start(k8s::ApiClient &client, const QString &ns, const QString &labelSelector,
                         const QString &fieldSelector)
{
    m_reflector = std::make_unique<k8s::Reflector>(client, k8s::WatchTarget {m_type, ns, labelSelector, fieldSelector},
                                                   m_mailbox);
    m_reflector->start();
}

void ResourceFeed::stop() { m_reflector.reset(); }

void ResourceFeed::retryNow()
{
    if (m_reflector)
        m_reflector->retryNow();
}

std::shared_ptr<k8s::WatchSink> ResourceFeed::sink() const { return m_mailbox; }

} // namespace models
