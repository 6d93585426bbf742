/**
 * The Tennessee Eastman process, {@code tennessee-eastman}: a reactor, a condenser with separator,
 * a stripper and a recycle compressor that make G and H of A, C, D and E. Left alone it runs away
 * within hours. What control engineers have compared their schemes on since 1993.
 *
 * <p>Source: J. J. Downs, E. F. Vogel, A plant-wide industrial process control problem, Computers
 * and Chemical Engineering 17 (1993) 245-255, with the digits of the program that its authors gave
 * away (in the public archive of N. L. Ricker, University of Washington). The units inside are
 * theirs: lb-mol, ft3, torr, deg C, 10^6 Btu, hours. Kept as published: the separator pays for the
 * compressor's work, which its recycle carries to the feed zone.
 *
 * <p>Signals, all behind the name of the one device in the plant file; numbers are those of the
 * publication.
 *
 * <table>
 * <caption>Instruments</caption>
 * <tr><th>XMEAS</th><th>signal</th><th>unit</th></tr>
 * <tr><td>1-4</td><td>aFeed, dFeed, eFeed, acFeed</td><td>kscmh, kg/h, kg/h, kscmh</td></tr>
 * <tr><td>5-6</td><td>recycleFlow, reactorFeed</td><td>kscmh</td></tr>
 * <tr><td>7-9</td><td>reactorPressure, reactorLevel, reactorTemperature</td>
 *     <td>kPa gauge, %, degC</td></tr>
 * <tr><td>10</td><td>purgeRate</td><td>kscmh</td></tr>
 * <tr><td>11-14</td><td>separatorTemperature, separatorLevel, separatorPressure,
 *     separatorUnderflow</td><td>degC, %, kPa gauge, m3/h</td></tr>
 * <tr><td>15-19</td><td>stripperLevel, stripperPressure, stripperUnderflow, stripperTemperature,
 *     steamFlow</td><td>%, kPa gauge, m3/h, degC, kg/h</td></tr>
 * <tr><td>20</td><td>compressorWork</td><td>kW</td></tr>
 * <tr><td>21-22</td><td>reactorWaterTemperature, condenserWaterTemperature</td><td>degC</td></tr>
 * <tr><td>23-28</td><td>feedA to feedF, reactor feed every 0.1 h, 0.1 h late</td>
 *     <td>mol%</td></tr>
 * <tr><td>29-36</td><td>purgeA to purgeH, purge every 0.1 h, 0.1 h late</td><td>mol%</td></tr>
 * <tr><td>37-41</td><td>productD to productH, product every 0.25 h, 0.25 h late</td>
 *     <td>mol%</td></tr>
 * </table>
 *
 * <table>
 * <caption>Figures of our own</caption>
 * <tr><th>signal</th><th>what</th></tr>
 * <tr><td>shutdown</td><td>1 once an interlock has stopped the plant, which then stands still</td></tr>
 * <tr><td>shutdownCause</td><td>0 none, 1 reactor pressure high, 2 and 3 reactor level high and
 *     low, 4 reactor temperature high, 5 and 6 separator level high and low, 7 and 8 stripper level
 *     high and low</td></tr>
 * <tr><td>operatingCost</td><td>$/h: what purge and product lose, current, steam</td></tr>
 * <tr><td>productMade, productLost</td><td>m3 since the beginning; lost is what the product flow
 *     lacked to {@code productDemandM3H}</td></tr>
 * </table>
 *
 * <table>
 * <caption>Commands, 0 to 100 %</caption>
 * <tr><th>XMV</th><th>signal</th></tr>
 * <tr><td>1-4</td><td>dFeedValve, eFeedValve, aFeedValve, acFeedValve</td></tr>
 * <tr><td>5-6</td><td>recycleValve, purgeValve</td></tr>
 * <tr><td>7-9</td><td>separatorValve, stripperValve, steamValve</td></tr>
 * <tr><td>10-12</td><td>reactorWaterValve, condenserWaterValve, agitatorSpeed</td></tr>
 * </table>
 *
 * <table>
 * <caption>Disturbances, on above 0</caption>
 * <tr><th>IDV, signal</th><th>what</th></tr>
 * <tr><td>idv1, idv2</td><td>A and C feed: A for C, B for A and C, steps</td></tr>
 * <tr><td>idv3</td><td>D feed 5 degC warmer</td></tr>
 * <tr><td>idv4, idv5</td><td>cooling water of reactor, of condenser 5 degC warmer</td></tr>
 * <tr><td>idv6, idv7</td><td>A feed lost; A and C header gives a fifth less</td></tr>
 * <tr><td>idv8 to idv12</td><td>wandering: composition of the A and C feed, temperatures of D feed,
 *     A and C feed, reactor's and condenser's cooling water</td></tr>
 * <tr><td>idv13</td><td>wandering speed of the reactions</td></tr>
 * <tr><td>idv14, idv15</td><td>sticking valve of reactor's, condenser's cooling water</td></tr>
 * <tr><td>idv16</td><td>wandering heat transfer of the stripper's steam</td></tr>
 * <tr><td>idv17, idv18</td><td>fouling of reactor's cooler, of condenser, again and again</td></tr>
 * <tr><td>idv19</td><td>sticking valves of recycle, separator, stripper, steam</td></tr>
 * <tr><td>idv20</td><td>reactor's outlet clogged, again and again</td></tr>
 * </table>
 */
@NullMarked
package org.bumpless.plant.engine.tennessee;

import org.jspecify.annotations.NullMarked;
