// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/mainwindow.h"

#include "views/shell/rail.h"
#include "views/shell/topbar.h"
#include "views/theme/appearance.h"
#include "views/theme/messagebar.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace views {

MainWindow::MainWindow(Appearance &appearance, QWidget *parent)
    : QMainWindow(parent)
    , m_appearance(appearance)
{
    setWindowTitle(u"Pilothouse"_s);
    setMinimumSize(960, 600);
    resize(1360, 860);
    auto *center = new QWidget(this);
    auto *work = new QWidget(center);
    m_rail = new Rail(center);
    m_bar = new TopBar(work);
    m_stack = new QStackedWidget(work);
    m_messages = new MessageBar(work);
    auto *row = new QHBoxLayout(center);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(work, 1);
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    setCentralWidget(center);
    m_bar->setDark(appearance.isDark());
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_bar, &TopBar::searchRequested, this, &MainWindow::openPalette);
    connect(&appearance, &Appearance::changed, this, [this] { m_bar->setDark(m_appearance.isDark()); });
}

MainWindow::~MainWindow() = default;

void MainWindow::addPage(const QString &id, const QString &iconName, const QString &title, QWidget *page)
{
    m_rail->addEntry(id, iconName, title);
    insertPage(id, id, page);
}

void MainWindow::addFootPage(const QString &id, const QString &iconName, const QString &title, QWidget *page)
{
    m_rail->addFootEntry(id, iconName, title);
    insertPage(id, id, page);
}

void MainWindow::addInnerPage(const QString &id, const QString &under, QWidget *page) { insertPage(id, under, page); }

void MainWindow::insertPage(const QString &id, const QString &under, QWidget *page)
{
    removePage(id);
    m_pages.insert(id, {page, under});
    m_stack->addWidget(page);
}

void MainWindow::removePage(const QString &id)
{
    const Page page = m_pages.take(id);
    if (!page.widget)
        return;
    m_stack->removeWidget(page.widget);
    delete page.widget; // at once: the models that it shows may die next
}

void MainWindow::showPage(const QString &id)
{
    const Page page = m_pages.value(id);
    if (!page.widget)
        return;
    m_rail->setCurrent(page.entry);
    if (m_stack->currentWidget() != page.widget)
        m_stack->setCurrentWidget(page.widget);
    if (!page.widget->isAncestorOf(focusWidget()))
        page.widget->setFocus(Qt::OtherFocusReason); // Tab begins at the page, not at the rail
    emit pageShown(id);
}

QString MainWindow::currentPage() const
{
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        if (it->widget == m_stack->currentWidget())
            return it.key();
    }
    return {};
}

QWidget *MainWindow::page(const QString &id) const { return m_pages.value(id).widget; }

QAction *MainWindow::addCommand(const PaletteEntry &entry)
{
    auto *action = new QAction(icon(entry.iconName), entry.text, this);
    action->setObjectName(entry.id);
    action->setShortcut(entry.shortcut);
    addAction(action);
    m_commands.emplaceBack(entry, action);
    return action;
}

CommandPalette &MainWindow::palettePopup()
{
    if (!m_palette) {
        m_palette = new CommandPalette(centralWidget());
        m_palette->setSource([this] { return paletteEntries(); });
        connect(m_palette, &CommandPalette::chosen, this, &MainWindow::chooseEntry);
    }
    return *m_palette;
}

void MainWindow::setPaletteSource(CommandPalette::Source source) { m_source = std::move(source); }

QList<PaletteEntry> MainWindow::paletteEntries() const
{
    QList<PaletteEntry> entries;
    for (const auto &[entry, action] : m_commands) {
        if (action->isEnabled() && action->isVisible())
            entries.append(entry);
    }
    if (m_source)
        entries += m_source();
    return entries;
}

void MainWindow::chooseEntry(const QString &id)
{
    for (const auto &[entry, action] : std::as_const(m_commands)) {
        if (entry.id == id) {
            action->trigger();
            return;
        }
    }
    emit entryChosen(id);
}

void MainWindow::toggleFullScreen() { setWindowState(windowState() ^ Qt::WindowFullScreen); }

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_painted, true)) // what is painted now reaches the screen before a timer runs
        QTimer::singleShot(0, this, &MainWindow::painted);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit closing();
    QMainWindow::closeEvent(event);
}

} // namespace views
